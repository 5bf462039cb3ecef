package org.descant.compiler.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.regex.Pattern;

/** The texts of a generated class. */
final class SourceWriter {
    /** The empty line that JavaPoet puts between any two members, here between two constants or fields of one line. */
    private static final Pattern GAP = Pattern.compile(
            "(?m)^(?<field> {4}private (?:static final )?(?:int|double|Range) \\w+ = .*;\\n)\\n(?= {4}private (?:static final )?(?:int|double|Range) \\w+ = )");

    private SourceWriter() {}

    static JavaSource write(ClassName name, TypeSpec type) {
        return new JavaSource(name.canonicalName(), () -> text(name, type), () -> code(name, type));
    }

    private static String text(ClassName name, TypeSpec type) {
        String text = JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return GAP.matcher(text).replaceAll("${field}");
    }

    /** JavaPoet writes a file twice, first to find what is to be imported, and a type once: in half of the time. */
    private static String code(ClassName name, TypeSpec type) {
        return (name.packageName().isEmpty() ? "" : "package " + name.packageName() + ";\n") + type;
    }
}
