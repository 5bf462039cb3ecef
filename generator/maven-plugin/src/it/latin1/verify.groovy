// A rule in paper spelling, in a project whose Java is not UTF-8.
def java = new File(basedir, 'target/generated-sources/opt/com/example/Paper.java')
assert java.bytes.every { it == ('\n' as char) as byte || (it >= 0x20 && it <= 0x7e) }
def text = java.getText('US-ASCII')
assert text.contains(' * Gr&#246;&#223;e: ein Mittel mit &#946;&#8322; und &#120573;, wie im Aufsatz.')
assert text.contains('// v[t] = beta2 * v[t-1] + (1 - beta2) * g^2')
assert text.contains('Sets alpha: die Schrittweite &#945;. Default 0.001.')
assert new File(basedir, 'target/classes/com/example/Paper.class').isFile()
// Javac read the project's own Java as it is written.
assert new String(new File(basedir, 'target/classes/com/example/Use.class').bytes, 'UTF-8').contains('Größe')

// Whoever imports the rule from the jar gets it as it is written.
def rule = 'com/example/paper.opt'
assert new File(basedir, "target/classes/META-INF/descant/rules/$rule").bytes == new File(basedir, "src/main/opt/$rule").bytes
