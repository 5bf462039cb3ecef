/**
 * Rules in C, compiled by the C compiler of this machine and called from Java on Java's own arrays: driven by the runtime like any other optimizer, to
 * compare bits, or by themselves, to compare times.
 */
@NullMarked
package org.descant.speed.twin;

import org.jspecify.annotations.NullMarked;
