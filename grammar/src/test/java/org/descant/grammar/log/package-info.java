/** What tests ask of what is logged. */
package org.descant.grammar.log;
