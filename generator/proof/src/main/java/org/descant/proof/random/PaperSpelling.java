package org.descant.proof.random;

/** A rule file in the characters of papers instead of ASCII. */
final class PaperSpelling {
    private PaperSpelling() {}

    /** Reading it gives the same tree. */
    static String of(String ascii) {
        return ascii.lines().map(PaperSpelling::line).reduce("", (text, line) -> text + line + "\n");
    }

    private static String line(String line) {
        if (line.strip().startsWith("///")) {
            return line;
        }
        // The power of a root reads in two ways, which the language refuses.
        String rooted = line.contains("^") ? line : line.replaceAll("\\bsqrt\\(", "√(");
        return rooted.replaceAll("\\bnorm\\(([^()]*)\\)", "‖$1‖")
                .replace(" * ", " · ")
                .replace(" / ", " ÷ ")
                .replace(" - ", " − ")
                .replace(" <= ", " ≤ ")
                .replace(" >= ", " ≥ ")
                .replace(" != ", " ≠ ")
                .replace("[t]", "ₜ")
                .replaceAll("\\[t-([1-3])]", "ₜ₋$1")
                .replace("ₜ₋1", "ₜ₋₁")
                .replace("ₜ₋2", "ₜ₋₂")
                .replace("ₜ₋3", "ₜ₋₃")
                .replaceAll("(?<=\\w)\\^2(?![.\\w^])", "²")
                .replaceFirst(" = ", " ← ");
    }
}
