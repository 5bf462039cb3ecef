/**
 * Text to syntax tree: the ANTLR grammar, what it means for the tree, and errors in the words of the person who wrote the text.
 *
 * <ol>
 *   <li>{@link org.descant.grammar.parse.RuleLexer} cuts the text into tokens; comments and blanks keep a channel of their own.
 *   <li>{@code LimitedParser}, generated from {@code Descant.g4} and with a limit on nesting, finds the constructs. After an error
 *       {@code ItemRecovery} goes on at the next item or declaration, as {@code ResumePoints} finds it.
 *   <li>{@code SyntaxErrors} asks one {@code Explanation} after the other what is wrong at a {@code Stumble}. A new message for a mistake
 *       that people make is a new explanation, or a case of one, and a pair of golden files.
 *   <li>{@code DeclarationReader}, {@code ItemReader} and {@code ExpressionReader} turn constructs without errors into records. What the
 *       grammar cannot refuse, such as two spellings of one name, is refused here.
 * </ol>
 */
package org.descant.grammar.parse;
