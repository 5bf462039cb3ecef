package org.descant.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.descant.benchmarks.LibraryFolder;
import org.descant.compiler.Descant;

/** A program that compiles a number of distinct rules, then every rule of a folder, and says how many nanoseconds each of these took. */
final class LaterRules {
    private LaterRules() {}

    public static void main(String[] arguments) throws IOException {
        List<String> rules = new ArrayList<>();
        for (Path file : LibraryFolder.files(Path.of(arguments[0]))) {
            rules.add(Files.readString(file));
        }
        int before = Integer.parseInt(arguments[1]);
        for (int i = 0; i < before; i++) {
            compile(rules.get(i % rules.size()), i);
        }
        for (int i = 0; i < rules.size(); i++) {
            System.out.println(compile(rules.get(i), before + i));
        }
    }

    /** A number in a comment makes a text that was never compiled. */
    private static long compile(String rule, int number) {
        String text = "// " + number + "\n" + rule;
        long began = System.nanoTime();
        Descant.compile(text);
        return System.nanoTime() - began;
    }
}
