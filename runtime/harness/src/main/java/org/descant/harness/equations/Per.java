package org.descant.harness.equations;

/** What a reduction gives one value for. */
enum Per {
    TENSOR,
    ROW,
    COL,
    MODEL
}
