/**
 * C from plans: the same equations, operation by operation, as one C function for each loop and one for a whole step. It is the measure of the
 * Java: a C compiler makes vector code of any loop, however much it holds, of comparisons and choices too.
 */
@NullMarked
package org.descant.speed.c;

import org.jspecify.annotations.NullMarked;
