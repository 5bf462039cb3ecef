// Two builds, the first of them in parallel: each jar is the same, byte by byte.
['rules', 'app'].each { module ->
    def jars = [1, 2].collect { new File(basedir, "$module/target/$it/$module-1.0.jar").bytes }
    assert jars[0] == jars[1]
    assert jars[0].length > 2000
}

def jar = new java.util.jar.JarFile(new File(basedir, 'rules/target/1/rules-1.0.jar'))
def entries = jar.entries().collect { it.name }
jar.close()
assert entries.containsAll([
        'com/example/rules/Adam.class',
        'META-INF/descant/rules/com/example/rules/adam.opt',
        'META-INF/descant/rules/com/example/rules/parts/averages.opt'])
assert !entries.any { it.endsWith('recordings.txt') }

def log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 3, Failures: 0, Errors: 0, Skipped: 0')
// Javac's warnings are errors here, and ours too.
assert !(log =~ /\[WARNING\].*\.(java|opt)/)

// A rule with a recorded run is held against it, the others against themselves.
def rules = new File(basedir, 'rules/target/1/descant/validation.json').text
assert rules.contains('seed000-adam')
def app = new File(basedir, 'app/target/1/descant/validation.json').text
assert app.contains('WarmAdam') && app.contains('itself')
