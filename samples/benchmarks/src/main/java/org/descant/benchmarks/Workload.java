package org.descant.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.descant.compiler.Descant;
import org.descant.runtime.Optimizer;

/** A rule that is measured, in both forms. */
public enum Workload {
    /** Clipping, AdamW under a schedule, and a running mean of the weights. */
    TRAINING_STEP("trainingstep.opt") {
        @Override
        Passes passes(Model model) {
            return new TrainingStepPasses(model);
        }
    },
    /** LAMB with weight decay. */
    LAMB("lamb.opt") {
        @Override
        Passes passes(Model model) {
            return new LambPasses(model);
        }

        @Override
        Optimizer generated(Model model) {
            Optimizer lamb = super.generated(model);
            lamb.set("weight_decay", 0.01);
            return lamb;
        }
    };

    private final String file;

    Workload(String file) {
        this.file = file;
    }

    abstract Passes passes(Model model);

    /** The rule as Descant compiles it. */
    Optimizer generated(Model model) {
        return Descant.compile(text()).create(model.parameters());
    }

    private String text() {
        try (InputStream stream =
                Objects.requireNonNull(Workload.class.getResourceAsStream("/META-INF/descant/rules/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
