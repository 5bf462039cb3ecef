// A rule becomes two classes, and javac takes both.
def java = new File(basedir, 'target/generated-sources/opt/com/example/SignedVectors.java')
assert java.getText('US-ASCII').contains('public final class SignedVectors extends VectorLoops')
assert new File(basedir, 'target/classes/com/example/Signed.class').isFile()
assert new File(basedir, 'target/classes/com/example/SignedVectors.class').isFile()
