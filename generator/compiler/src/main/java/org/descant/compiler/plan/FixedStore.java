package org.descant.compiler.plan;

/** What is stored in one sweep and no other: the point of a gradient, or what a gradient must not overwrite. */
record FixedStore(ElementStore store, int sweep) {}
