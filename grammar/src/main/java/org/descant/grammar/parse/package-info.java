/**
 * Text to syntax tree. {@link org.descant.grammar.parse.RuleParser} is the way in.
 *
 * <ol>
 *   <li>{@link org.descant.grammar.parse.token} cuts the text into tokens and finds the constructs.
 *   <li>{@link org.descant.grammar.parse.explain} says what is wrong where a construct is none, and where reading goes on.
 *   <li>{@code DeclarationReader}, {@code ItemReader} and {@code ExpressionReader} turn constructs without errors into records. What the
 *       grammar cannot refuse, such as two spellings of one name, is refused here.
 *   <li>{@link org.descant.grammar.parse.UnreadText} tells what of a text with errors did not become part of the tree.
 * </ol>
 */
package org.descant.grammar.parse;
