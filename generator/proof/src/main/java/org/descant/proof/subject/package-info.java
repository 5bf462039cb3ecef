/** Rules as subjects: interpreted as they are written, and generated, by every way there is to compile Java. */
@NullMarked
package org.descant.proof.subject;

import org.jspecify.annotations.NullMarked;
