/**
 * What a file says by itself, whoever applies it: which declaration a name stands for, what stands in brackets, what a body may hold, and
 * how messages quote it. {@link org.descant.compiler.resolve.text.Errors} is where all of resolving reports to.
 */
package org.descant.compiler.resolve.text;
