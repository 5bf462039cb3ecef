/**
 * Classes from Java source, in memory: a {@link org.descant.compiler.compile.ClassCompiler} makes bytes of text (Janino, or javac where
 * there is a JDK), and a loader of its own for each rule makes a class of bytes, so that it goes when nobody holds it.
 *
 * <p>A program that compiles a rule waits for Janino more than for any other stage, and most in a JVM that has just started. So Janino starts
 * in a thread of its own while the rule is read, and keeps what it has found out about the classes of the runtime. It is given the short text of a class
 * ({@link org.descant.compiler.emit.JavaSource#code}), and its tokens ({@code GeneratedTokens}), because its own scanner took a third of its time: text to class
 * takes a tenth less of the time after two hundred rules, and a sixth less after three hundred.
 */
package org.descant.compiler.compile;
