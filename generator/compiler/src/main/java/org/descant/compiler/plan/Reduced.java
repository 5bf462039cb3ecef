package org.descant.compiler.plan;

import java.util.Optional;
import org.descant.compiler.ir.Reduce;

/**
 * A reduction with its place in the order of the runtime.
 *
 * @param terms the scratch that a loop writes its terms to; nothing where they are numbers per tensor, which prologues give
 */
public record Reduced(int index, Reduce reduce, Optional<Buffer> terms) {}
