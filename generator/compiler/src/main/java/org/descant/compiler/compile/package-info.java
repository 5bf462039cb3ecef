/**
 * Classes from Java source, in memory: a {@link org.descant.compiler.compile.ClassCompiler} makes bytes of text (Janino, or javac where
 * there is a JDK), and a loader of its own for each rule makes a class of bytes, so that it goes when nobody holds it.
 */
package org.descant.compiler.compile;
