package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.regex.Pattern;

/** The text of a generated file. */
final class SourceWriter {
    /** The empty line that JavaPoet puts between any two members, here between two constants or fields of one line. */
    private static final Pattern GAP = Pattern.compile(
            "(?m)^(?<field> {4}private (?:static final )?(?:int|double|Range) \\w+ = .*;\\n)\\n(?= {4}private (?:static final )?(?:int|double|Range) \\w+ = )");

    private SourceWriter() {}

    static JavaSource write(ClassName name, TypeSpec type) {
        String text = JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return new JavaSource(name.canonicalName(), GAP.matcher(text).replaceAll("${field}"));
    }
}
