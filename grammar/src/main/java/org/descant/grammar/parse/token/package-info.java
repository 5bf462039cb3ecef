/**
 * The words of the language: the lexer and the parser that ANTLR makes from {@code Descant.g4}, what kinds of tokens there are, where they
 * stand in the text, and how names are spelt in ASCII.
 */
package org.descant.grammar.parse.token;
