/**
 * The shape stage: what every value varies with, found as the least fixpoint over all equations and states, checked, and written down as
 * the equation system.
 */
package org.descant.compiler.shape;
