package org.descant.compiler;

import java.util.List;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.Resolver;

/** What a declaration of a file becomes a class as. */
public enum Product {
    OPTIMIZER("optimizer", "an optimizer", "rule", "optimizer SGD(w, g) { hyper lr = 0.1  w[t] = w[t-1] - lr * g }"),
    SCHEDULE("schedule", "a schedule", "schedule", "schedule ramp(k, base = 0.1) = base * min(1, (k + 1) / 100)");

    private final String noun;
    private final String oneOfThem;
    private final String chosenBy;
    private final String example;

    Product(String noun, String oneOfThem, String chosenBy, String example) {
        this.noun = noun;
        this.oneOfThem = oneOfThem;
        this.chosenBy = chosenBy;
        this.example = example;
    }

    /** Those that a file defines itself, in the order of the text. */
    public List<String> definedBy(LoadedFile file) {
        return switch (this) {
            case OPTIMIZER -> Resolver.optimizers(file);
            case SCHEDULE -> Resolver.schedules(file);
        };
    }

    /** How messages speak of it: {@code schedule}. */
    public String noun() {
        return noun;
    }

    /** With its article: {@code an optimizer}. */
    public String oneOfThem() {
        return oneOfThem;
    }

    /** The method of {@link RuleCompiler} that chooses one. */
    String chosenBy() {
        return chosenBy;
    }

    /** A small one, for who has none yet. */
    String example() {
        return example;
    }
}
