package org.descant.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.descant.compiler.Descant;

/** A program that compiles a rule, then another, and says how many nanoseconds the other took. */
final class SecondRule {
    private SecondRule() {}

    public static void main(String[] arguments) throws IOException {
        String first = Files.readString(Path.of(arguments[0]));
        String second = Files.readString(Path.of(arguments[1]));
        Descant.compile(first);
        long began = System.nanoTime();
        Descant.compile(second);
        System.out.println(System.nanoTime() - began);
    }
}
