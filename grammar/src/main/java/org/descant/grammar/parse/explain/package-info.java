/**
 * Syntax errors in the words of the person who wrote the text, and how reading goes on behind them.
 *
 * <ol>
 *   <li>{@link org.descant.grammar.parse.explain.ItemRecovery} is asked by the parser what to do at an error; it goes on at the next item
 *       or declaration, as {@link org.descant.grammar.parse.explain.ResumePoints} finds it.
 *   <li>{@link org.descant.grammar.parse.explain.SyntaxErrors} asks one {@code Explanation} after the other what is wrong at a
 *       {@code Stumble}. A new message for a mistake that people make is a new explanation, or a case of one, and a pair of golden files.
 *   <li>{@link org.descant.grammar.parse.explain.SplitLines} and {@link org.descant.grammar.parse.explain.PowerCheck} refuse what the
 *       grammar takes and a person would read in another way.
 * </ol>
 */
package org.descant.grammar.parse.explain;
