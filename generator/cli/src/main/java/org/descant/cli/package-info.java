/**
 * The {@code descant} command: one class per subcommand, over the compiler's facade, the library of rules and the digits sample. What is
 * asked for goes to standard output, everything else to standard error; see {@link org.descant.cli.ExitCode} for how a command ends.
 */
package org.descant.cli;
