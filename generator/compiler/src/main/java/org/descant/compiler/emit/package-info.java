/**
 * Java from plans: one class per rule or schedule, as a careful engineer might have written it by hand. The text keeps to the dialect that javac
 * ({@code -Xlint:all -Werror}) and Janino share: no lambdas, {@code var}, records, switch expressions or generics.
 *
 * <p>No text of a rule reaches the source but through {@link org.descant.compiler.emit.Escape} (comments and strings) or
 * {@link org.descant.compiler.emit.JavaNames} (identifiers).
 */
package org.descant.compiler.emit;
