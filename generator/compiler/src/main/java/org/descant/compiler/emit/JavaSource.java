package org.descant.compiler.emit;

/**
 * The source of one class.
 *
 * @param className with its package
 */
public record JavaSource(String className, String text) {}
