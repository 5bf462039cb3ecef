/** Syntax trees back to text: one line for a comment or a message, or a whole file laid out tidily. */
package org.descant.grammar.format;
