/** What comparisons found, to be read: by a person at a terminal or on paper, and by machines. */
@NullMarked
package org.descant.harness.report;

import org.jspecify.annotations.NullMarked;
