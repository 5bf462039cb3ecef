/**
 * Rule files on their way in: the text, what it imports, and the prelude that every file knows. Imports are looked for beside the file, then
 * on the import path, and nowhere else: no import reads a file outside these roots, whatever it is called or linked to.
 */
package org.descant.compiler.load;
