/**
 * The goals of the Maven plugin. They translate: what a project configures becomes a {@link org.descant.compiler.build.BuildRequest}, what
 * came of it log lines, markers of Eclipse and a failure.
 */
@NullMarked
package org.descant.maven;

import org.jspecify.annotations.NullMarked;
