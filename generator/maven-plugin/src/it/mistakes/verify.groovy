def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
def goals = log.split('Scanning for projects')
assert goals.length == 5

def unknown = "[WARNING] The configuration sets 'packagename', which is no parameter of any goal; did you mean 'packageName'?\n"
assert goals.drop(1).every { it.contains(unknown) }
assert goals[1].contains("[WARNING] No goal reads the property 'descant.failOnWarnings'; did you mean 'descant.failOnWarning'?\n")
assert goals[1].contains('[INFO] 1 rule file compiled, 1 Java file written to target/generated-sources/opt (com.example.Good)\n')
assert !log.contains("'recordings'")

assert goals[2].contains('[WARNING] There is no directory rules/god\n')

assert goals[3].contains('''\
[ERROR] rules/import/com/example/mine.opt:1:1: error: there is no 'adamw.opt' beside this file or on the import path
    import "adamw.opt"
    ^^^^^^^^^^^^^^^^^^
''')
assert goals[3].contains('The rules of the library can be imported where org.descant:descant-rules is a dependency of the project or of'
        + ' the plugin')

assert goals[4] =~ /Generated classes need org\.descant:descant-runtime:\S+, which is not among the dependencies of the project; add it/
