/**
 * Classes from Java source, in memory: a {@link org.descant.compiler.compile.ClassCompiler} makes bytes of text (Janino, or javac where
 * there is a JDK), and a loader of its own for each rule makes a class of bytes, so that it goes when nobody holds it.
 *
 * <p>A program that compiles a rule waits for Janino more than for any other stage, and most in a JVM that has just started. So Janino starts
 * in a thread of its own while the rule is read, and keeps what it has found out about the classes of the runtime. It is given the short text of a class
 * ({@link org.descant.compiler.emit.JavaSource#code}), and its tokens ({@code GeneratedTokens}), because its own scanner took a third of its time in the
 * interpreter of the JVM. Text to class takes 0.92 of the time in a second round over the 134 rules of the library, and 0.82 in a third.
 */
package org.descant.compiler.compile;
