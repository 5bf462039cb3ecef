package org.descant.grammar.syntax;

/** What may stand behind {@code as}: how a state is stored. */
public enum StorageWord {
    F32,
    F64,
    BF16,
    F16
}
