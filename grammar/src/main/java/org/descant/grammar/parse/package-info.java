/** Text to syntax tree: the ANTLR grammar, what it means for the tree, and errors in the words of the person who wrote the text. */
package org.descant.grammar.parse;
