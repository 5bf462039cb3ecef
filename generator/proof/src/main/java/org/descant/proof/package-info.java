/**
 * Validation that compiles: rules, as they are interpreted and as they are generated, beside recorded runs and beside each other.
 *
 * <ul>
 *   <li>{@link org.descant.proof.subject}: rules as subjects of the harness, at the hands of every back end
 *   <li>{@link org.descant.proof.recorded}: which rule stands for which recorded run
 *   <li>{@link org.descant.proof.mutation}: rules with one mistake each
 *   <li>{@link org.descant.proof.validate}: all checks of a rule, and the report that comes of them
 * </ul>
 */
@NullMarked
package org.descant.proof;

import org.jspecify.annotations.NullMarked;
