package org.descant.grammar.source;

/** How grave a diagnostic is: an error stops the compilation, a warning never does unless asked to. */
public enum Severity {
    ERROR,
    WARNING
}
