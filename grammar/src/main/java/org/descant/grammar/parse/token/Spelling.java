package org.descant.grammar.parse.token;

import java.text.Normalizer;
import java.util.Map;

/** How a name is spelled in ASCII: {@code β₁} is {@code beta1}, {@code m̂} is {@code mhat}, {@code 𝑣} is {@code v}. */
public final class Spelling {
    private static final Map<Integer, String> MARKS = Map.of(0x302, "hat", 0x303, "tilde", 0x304, "bar", 0x305, "bar");

    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private Spelling() {}

    /** The name in ASCII letters, digits and underscores. */
    public static String canonical(String written) {
        if (isAscii(written)) {
            return written;
        }
        String letters = Normalizer.normalize(written, Normalizer.Form.NFKD);
        StringBuilder name = new StringBuilder();
        letters.codePoints().forEach(c -> name.append(ascii(c)));
        return name.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String ascii(int character) {
        if (character < 0x80) {
            return Character.toString(character);
        }
        if (character >= 'α' && character <= 'ω') {
            return GREEK[character - 'α'];
        }
        if (character >= 'Α' && character <= 'Ω') {
            String small = GREEK[character - 'Α'];
            return Character.toUpperCase(small.charAt(0)) + small.substring(1);
        }
        return MARKS.getOrDefault(character, "");
    }
}
