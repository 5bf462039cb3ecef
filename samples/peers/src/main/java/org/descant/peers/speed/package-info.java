/**
 * How long a step takes in the hands of different libraries: the classes that Descant generates, the same equations by hand in Java and in C, what moves as many
 * numbers and does nothing with them, and the libraries that are on the class path. All run in one JVM, on one thread each and in turn; a time is the
 * processor time of that thread, and what is reported is the median of the rounds.
 *
 * <p>A library takes part through {@link org.descant.peers.speed.Contenders}. One that is missing, or throws, is a result with the reason.
 */
@NullMarked
package org.descant.peers.speed;

import org.jspecify.annotations.NullMarked;
