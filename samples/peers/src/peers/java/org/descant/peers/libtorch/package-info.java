/** libtorch, the C++ library below PyTorch, through the binding of bytedeco. */
@NullMarked
package org.descant.peers.libtorch;

import org.jspecify.annotations.NullMarked;
