/**
 * Random rules: well-typed equation systems from a seed, the awkward numbers to run them on, and a shrinker that makes a failing one small.
 *
 * <p>{@link org.descant.compiler.random.RandomRules#system} makes a system; {@link org.descant.compiler.random.Trial} runs one on
 * awkward numbers and keeps every bit that a caller sees; {@link org.descant.compiler.random.Property} states that something holds for
 * many seeds and, where it does not, reports the seed and the smallest system that fails.
 */
package org.descant.compiler.random;
