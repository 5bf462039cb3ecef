/** Source texts, places in them, and the diagnostics that point at these places. The first package of the pipeline; it knows no other. */
package org.descant.grammar.source;
