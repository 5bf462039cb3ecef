/**
 * From the text of a rule or a schedule to a class that runs it. {@link org.descant.compiler.Descant} is the way in; what it does is a list of stages,
 * {@link org.descant.compiler.Pipeline}, and each stage is a package that knows only those before it:
 *
 * <ol>
 *   <li><b>parse</b>: {@code org.descant.grammar} reads the text, {@link org.descant.compiler.load} what it imports
 *   <li><b>resolve</b>: {@link org.descant.compiler.resolve} looks names up and writes defs and applied rules out, into
 *       {@link org.descant.compiler.model}
 *   <li><b>shape</b>: {@link org.descant.compiler.shape} infers what every value varies with, and
 *       {@link org.descant.compiler.lint} warns of numbers that can go wrong
 *   <li><b>ir</b>: {@link org.descant.compiler.ir}, the equation system, which {@link org.descant.compiler.interpret} can run as it
 *       stands: the oracle of all that follows
 *   <li><b>rewrite</b>: {@link org.descant.compiler.rewrite} folds, shares and drops, bit for bit
 *   <li><b>plan</b>: {@link org.descant.compiler.plan} makes phases, sweeps and loops of equations
 *   <li><b>emit</b>: {@link org.descant.compiler.emit} writes them as one Java class
 *   <li><b>compile</b>: {@link org.descant.compiler.compile} makes it a class that can be used, with Janino or javac
 * </ol>
 *
 * <p>{@link org.descant.compiler.build} takes whole directories of rules that way when a program is built.
 *
 * <p>What a generated class links to, {@code org.descant.runtime}, knows nothing of any of this.
 */
package org.descant.compiler;
