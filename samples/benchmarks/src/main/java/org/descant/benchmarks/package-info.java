/**
 * How long a step takes: generated classes beside the same rules written as separate passes over memory, which is how libraries of tensor
 * operations run them.
 *
 * <p>{@code mvn -B -Dquick -DskipTests -Pbenchmarks verify -pl samples/benchmarks -am} measures all and prints ratios;
 * {@code -Dbenchmarks.arguments=--short} takes a minute. Both sides run in one JVM, in turn, and a ratio is the median of
 * those of five rounds, or that of the only one. Numbers of a machine that does other work at the same time say little.
 *
 * <p>{@code mvn -B -Dquick -DskipTests -Pscaling verify -pl samples/benchmarks -am} measures what threads bring, over sizes from a thousand elements
 * to 64 million; {@code -Dbenchmarks.arguments="--threads 4 --most 1000000"} says how many threads, and up to which size.
 *
 * <p>{@code mvn -B -Dquick -DskipTests -Pguard verify -pl samples/benchmarks -am} holds every rule of the library beside the same equations in C, which takes gcc
 * and five minutes, and fails if one is slower than 0.7 of it and not listed in {@code slower.properties}, with the reason.
 *
 * <p>{@code mvn -B -Dquick -DskipTests -Prelaxed verify -pl samples/benchmarks -am} measures what {@code relaxed} saves. The README of this module lists all.
 *
 * <p>The passes are what a careful person writes with the operations of such a library: in place where that is possible, one temporary
 * array, each operation a loop that the JVM vectorises, sums of squares over lanes. They compute the same as the rule, up to rounding,
 * which a test checks.
 */
@NullMarked
package org.descant.benchmarks;

import org.jspecify.annotations.NullMarked;
