package org.descant.compiler.ir;

/** What a value is: a number or a condition. */
public enum Kind {
    NUMBER,
    BOOLEAN
}
