/**
 * Random rules: texts that use the whole language and that nobody would write, and the search for one that the compiler gets wrong.
 *
 * <p>{@link org.descant.proof.random.RuleGrower} grows a syntax tree from a seed, {@link org.descant.proof.random.Language} says which
 * parts of the language it may use; {@link org.descant.proof.random.Agreement} runs a rule as it is interpreted and as it is generated,
 * bit for bit, on awkward numbers and lengths; {@link org.descant.proof.random.Shrinker} makes a rule that fails as small as it gets, and
 * {@link org.descant.proof.random.Search} does all of that for many seeds.
 */
@NullMarked
package org.descant.proof.random;

import org.jspecify.annotations.NullMarked;
