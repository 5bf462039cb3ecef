/**
 * From syntax to the resolved rule: names are looked up, defs and rules that are applied are written out under names and clocks of their
 * own, options are set, time indices become memory, and equations are put in order.
 */
package org.descant.compiler.resolve;
