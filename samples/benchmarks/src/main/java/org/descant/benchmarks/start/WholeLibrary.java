package org.descant.benchmarks.start;

import java.io.IOException;
import java.nio.file.Path;
import org.descant.benchmarks.LibraryFolder;
import org.descant.compiler.Compilation;
import org.descant.compiler.Descant;

/** A program that makes Java of every rule of a folder, and says how many characters it has. */
final class WholeLibrary {
    private WholeLibrary() {}

    public static void main(String[] arguments) throws IOException {
        long characters = 0;
        for (Path file : LibraryFolder.files(Path.of(arguments[0]))) {
            Compilation made = Descant.compiler().run(file, "emit");
            characters += made.source().orElseThrow().text().length();
        }
        System.out.println(characters);
    }
}
