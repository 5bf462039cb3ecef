/** ND4J, the arrays and updaters of Deeplearning4j, on its native CPU back end. */
@NullMarked
package org.descant.peers.nd4j;

import org.jspecify.annotations.NullMarked;
