package org.descant.compiler.build;

/**
 * A generated file that a build has written.
 *
 * @param path from the output directory, with slashes
 * @param declared the optimizer or schedule that it came from
 * @param hash of its text
 */
record Written(String path, String declared, String hash) {}
