/**
 * Rules at the time when a program is built: a directory of rule files becomes a directory of Java, and stays that when the rules change.
 * {@link org.descant.compiler.build.RuleBuild} does it for build tools; {@link org.descant.compiler.build.SourceFiles} writes files so
 * that none is ever seen half-written.
 */
package org.descant.compiler.build;
