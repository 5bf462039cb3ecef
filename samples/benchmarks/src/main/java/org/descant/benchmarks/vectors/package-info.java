/**
 * How many rules of a person's kind are vector code. C2 says nothing when it finds no vectors in a loop, and what it finds hangs on how the loop is written; the planner
 * writes it so that C2 finds as many as can be had ({@code LoopBudget}, {@code PairingRisks}), and this is what tells whether it does.
 */
@NullMarked
package org.descant.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
