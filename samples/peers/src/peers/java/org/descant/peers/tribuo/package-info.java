/** Tribuo, Oracle's machine-learning library. */
@NullMarked
package org.descant.peers.tribuo;

import org.jspecify.annotations.NullMarked;
