package org.descant.proof.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of a text one that nobody wrote: words of it, and of others, or bytes are taken out, put in, doubled, exchanged. */
final class Mutator {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}_][\\p{L}\\p{M}\\p{N}_]*|\\d[\\d.eE_]*|\\s+|.");
    private static final List<String> NASTY = List.of(
            "*/",
            "\\u002a\\u002f",
            "\\u000a",
            "{@code",
            "$L",
            "<script>",
            "\"",
            "'",
            "\u202e",
            "\u0000",
            "\ufeff",
            "w[0]",
            "[t-1]",
            "[t+1]",
            "[t-1000]",
            "per model",
            "per row",
            "per col",
            "matrix last",
            "as bf16",
            "when t > 2",
            "if t == 1 then",
            "else",
            "else if t > 1 then",
            "norm(",
            "‖",
            "√",
            "^",
            "- ",
            "not ",
            "1e308",
            "1e-400",
            "99999999999999999999",
            "inf",
            "loss",
            "grad(w[t-1])",
            "state m = ",
            "hyper lr = 0.1 in [0, inf)",
            "option n = 3",
            "input h per model",
            "output average = ",
            "rule inner = ",
            "import \"adam.opt\"\n",
            "optimizer B = ",
            "def f(x) = ",
            "schedule s(k) = ",
            "return ",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "///",
            "//",
            ";",
            ",",
            ":",
            "ₜ₋₁",
            "β̂₂",
            "²",
            "∞");

    private final Random random;
    private final List<String> seeds;

    Mutator(long seed, List<String> seeds) {
        this.random = new Random(seed);
        this.seeds = List.copyOf(seeds);
    }

    /** Another text. The same seed gives the same texts. */
    String next() {
        String text = seeds.get(random.nextInt(seeds.size()));
        return random.nextInt(4) == 0 ? bytes(text) : words(text);
    }

    private String words(String text) {
        List<String> words = split(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(6)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(random.nextInt(words.size())));
                case 2 -> words.set(at, words.get(random.nextInt(words.size())));
                case 3 -> words.add(at, NASTY.get(random.nextInt(NASTY.size())));
                case 4 -> words.addAll(at, piece(words));
                default -> words.addAll(at, piece(split(seeds.get(random.nextInt(seeds.size())))));
            }
        }
        return String.join("", words);
    }

    private List<String> piece(List<String> words) {
        int from = random.nextInt(words.size());
        int length = 1 + random.nextInt(30);
        return List.copyOf(words.subList(from, Math.min(words.size(), from + length)));
    }

    private static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private String bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(128));
        }
        int end = random.nextInt(8) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
