package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;
import org.descant.compiler.ir.Origin;

/** Writes the equation that a statement came from above it, once where several statements in a row came from it. */
final class Comments {
    private String last = "";

    void write(CodeBlock.Builder body, Origin origin) {
        if (!origin.text().equals(last)) {
            body.add("// $L\n", Escape.lineComment(origin.text()));
            last = origin.text();
        }
    }
}
