import java.util.regex.Pattern

def kept = new File(basedir, 'kept')

// Every file of a build, by its path there.
def files = { String step ->
    def root = new File(kept, step)
    def found = [:]
    root.eachFileRecurse(groovy.io.FileType.FILES) { found[root.toPath().relativize(it.toPath()).toString().replace('\\', '/')] = it }
    found
}
def java = { String step -> files(step).findAll { it.key.startsWith('generated-sources/') && it.key.endsWith('.java') } }
def changed = { String before, String after ->
    def old = java(before)
    java(after).findAll { !old.containsKey(it.key) || old[it.key].lastModified() != it.value.lastModified() }
            .keySet().collect { it - 'generated-sources/opt/com/example/' } as Set
}

assert java('first').keySet().collect { it - 'generated-sources/opt/com/example/' } as Set ==
        ['Mine.java', 'Other.java', 'Gone.java', 'GoneRamp.java'] as Set
assert files('first').containsKey('classes/com/example/Mine.class')
assert files('first')['classes/META-INF/descant/rules/com/example/parts/momentum.opt'].isFile()

// Nothing is written again: neither Java nor classes nor the state.
def first = files('first').findAll { it.key ==~ /(generated-sources|descant|classes\/com).*/ }
def unchanged = files('unchanged')
assert first.size() >= 10
first.each { path, file -> assert unchanged[path].lastModified() == file.lastModified(): path }

assert changed('unchanged', 'rule') == ['Other.java'] as Set
assert files('rule')['generated-sources/opt/com/example/Other.java'].text.contains('Default 0.25.')

assert changed('rule', 'import') == ['Mine.java'] as Set

assert changed('import', 'removed') == [] as Set
assert java('removed').keySet().collect { it - 'generated-sources/opt/com/example/' } as Set == ['Mine.java', 'Other.java'] as Set

assert files('import').containsKey('classes/META-INF/descant/rules/com/example/gone.opt')
assert files('removed').findAll { it.key.contains('Gone') || it.key.endsWith('gone.opt') }.isEmpty()

// The wrong build left all as it was, and told each error in every form.
assert !new File(kept, 'wrong').exists()
assert new File(basedir, 'target/generated-sources/opt/com/example/Other.java').lastModified() ==
        java('removed')['generated-sources/opt/com/example/Other.java'].lastModified()
assert !new File(basedir, 'target/generated-sources/opt/com/example/Second.java').exists()
def log = new File(basedir, 'build.log').text.replace('\r\n', '\n')
assert log.contains('''\
[ERROR] src/main/opt/com/example/other.opt:3:19: error: there is no 'rl' in this rule
      w[t] = w[t-1] - rl * g
                      ^^
  = declare it, as in hyper rl = 0.1, or define it by an equation, rl = …
[ERROR] src/main/opt/com/example/second.opt:1:33: error: 'w' is the value after this step
    optimizer Second(w, g) { w[t] = w - g }
                                    ^
  = did you mean w[t-1], the value before it?
''')
def other = Pattern.quote(new File('src/main/opt/com/example/other.opt').path)
def second = Pattern.quote(new File('src/main/opt/com/example/second.opt').path)
assert log =~ /\[ERROR\] \S*${other}:\[3,19\] there is no 'rl' in this rule \(declare it, .*\)\n/
assert log =~ /\[ERROR\] \S*${second}:\[1,33\] 'w' is the value after this step \(did you mean w\[t-1\], the value before it\?\)\n/

// The rules are still wrong, which nobody asks now.
assert log.count('BUILD FAILURE') == 1
assert log.contains('[INFO] Skipped, as descant.skip says')
