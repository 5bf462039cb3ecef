/**
 * How long a program waits for a rule: {@link org.descant.benchmarks.start.CompileTimes} starts JVMs that compile rules of the library, and
 * prints
 *
 * <ul>
 *   <li>the time from the start of a JVM to the first step of a rule,
 *   <li>from text to class, of the second rule in a JVM and of one that comes after 200,
 *   <li>the time from the start of a JVM to the Java of the whole library.
 * </ul>
 *
 * <p>{@code mvn -B -Dquick -DskipTests -Pbenchmarks verify -pl samples/benchmarks -am -Dbenchmarks.main=org.descant.benchmarks.start.CompileTimes}
 * takes some minutes, and half of one with {@code -Dbenchmarks.arguments=--short}. The JVMs get no options: a program that keeps an archive of its
 * classes ({@code -XX:ArchiveClassesAtExit}, {@code -XX:SharedArchiveFile}), as the {@code descant} command does, starts much sooner.
 */
@NullMarked
package org.descant.benchmarks.start;

import org.jspecify.annotations.NullMarked;
