/**
 * Released Java libraries put beside the equations: a program that runs their optimizers and the library's rules on the same recorded
 * gradients and says which is which. What it finds on a library, it finds on any other optimizer that is given as a {@link
 * org.descant.peers.PeerLibrary}.
 *
 * <p>The adapters to DJL, Tribuo and ND4J stand in {@code src/peers} and are compiled with {@code -Ppeers} alone, which is what downloads
 * those libraries; the README of this module says how.
 */
@NullMarked
package org.descant.peers;

import org.jspecify.annotations.NullMarked;
