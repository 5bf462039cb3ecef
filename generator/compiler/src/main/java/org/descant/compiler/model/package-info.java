/**
 * The resolved rule: names are looked up, imports read, defs and applied rules written out with states and clocks of their own, options
 * set, equations sorted. What is not known yet are shapes. It has the form of the equation system ({@code ir}), with a span at every term,
 * so that the shape stage can point at what it finds wrong.
 */
package org.descant.compiler.model;
