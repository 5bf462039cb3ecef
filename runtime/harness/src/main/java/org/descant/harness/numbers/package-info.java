/** Numbers to try things on. */
@NullMarked
package org.descant.harness.numbers;

import org.jspecify.annotations.NullMarked;
