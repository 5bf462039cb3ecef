package org.descant.compiler.emit;

import com.palantir.javapoet.CodeBlock;

/** An expression of Java and how tightly it binds, so that only the parentheses that are needed are written. */
record Fragment(CodeBlock code, int binding) {
    static final int CHOICE = 1;
    static final int OR = 2;
    static final int AND = 3;
    static final int EQUALITY = 4;
    static final int COMPARISON = 5;
    static final int SUM = 6;
    static final int PRODUCT = 7;
    static final int UNARY = 8;
    static final int PRIMARY = 9;

    static Fragment primary(CodeBlock code) {
        return new Fragment(code, PRIMARY);
    }

    static Fragment unary(CodeBlock code) {
        return new Fragment(code, UNARY);
    }

    static Fragment name(String name) {
        return primary(CodeBlock.of("$L", name));
    }

    boolean isName() {
        return binding == PRIMARY && code.toString().chars().allMatch(Character::isJavaIdentifierPart);
    }

    /** The code where something stands that binds as tightly as this or less: in parentheses if it would be torn apart. */
    CodeBlock within(int outer) {
        return binding >= outer ? code : CodeBlock.of("($L)", code);
    }
}
