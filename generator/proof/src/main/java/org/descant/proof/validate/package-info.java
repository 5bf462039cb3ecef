/** Whether rules are what they say they are: against recorded runs, across back ends and element types, and against each other. */
@NullMarked
package org.descant.proof.validate;

import org.jspecify.annotations.NullMarked;
