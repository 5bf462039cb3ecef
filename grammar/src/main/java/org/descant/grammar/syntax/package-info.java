/**
 * The syntax tree: a rule file as it is written, one record per construct, every node with its span. Nothing is looked up here: what a
 * name means is the business of the compiler.
 *
 * <p>Names are in their canonical ASCII spelling ({@code β₁} is {@code beta1}, {@code m̂} is {@code mhat}). Chains of operators of one
 * level and {@code else if} are lists, so that the depth of a tree is bounded by the nesting limit, whatever the length of the text.
 */
package org.descant.grammar.syntax;
