/** DJL, the Deep Java Library, on its PyTorch engine. */
@NullMarked
package org.descant.peers.djl;

import org.jspecify.annotations.NullMarked;
