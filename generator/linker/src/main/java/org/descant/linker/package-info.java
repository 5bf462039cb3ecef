/**
 * Steps of this build that change class files, so that a program which compiles a rule starts sooner. What the classes do stays as it is.
 *
 * <p>{@link org.descant.linker.LinkMojo} does beforehand what the JVM does when it first comes to a lambda, a method reference, or the {@code equals} or
 * {@code hashCode} of a record: there javac leaves an {@code invokedynamic}, for which the JVM writes a class, in Java that has not been
 * compiled yet. From the start of a JVM to the first step of a rule it comes to seven hundred such places, which take a third of the
 * processor's time. {@link org.descant.linker.Linking} goes through the classes of a module, {@link org.descant.linker.LambdaClass} is what becomes of a
 * lambda, {@link org.descant.linker.RecordMethods} of the methods of a record. {@code toString} of records, lambdas that can be
 * serialized or have several interfaces, and calls of {@code super} are left to the JVM.
 *
 * <p>{@link org.descant.linker.EmbedMojo} takes in the classes of a library whose jar is signed: the JVM holds every class of such a jar against
 * its signature, which takes a fifth of what is left.
 */
@NullMarked
package org.descant.linker;

import org.jspecify.annotations.NullMarked;
