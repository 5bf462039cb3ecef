package org.descant.compiler.plan;

/** What is stored in one sweep and no other: the point of a gradient, or what is kept for later sweeps. */
record FixedStore(ElementStore store, int sweep) {}
