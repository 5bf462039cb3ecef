package org.descant.proof.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.compiler.ir.Shape;
import org.descant.grammar.format.ExpressionPrinter;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Doc;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.RuleFile;

/** Grows whole rule files: parts, rules to be applied, the rule itself, and sometimes one derived from it. */
public final class RuleGrower {
    /** Something per step that is short enough for the start of a state. */
    private static final Expression HALVING = Trees.power(Trees.number(0.5), Trees.read("t"));

    private final long seed;
    private final Dice dice;
    private final Language language;
    private final Names names;
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<GrownOptimizer> inner = new ArrayList<>();

    private RuleGrower(long seed, Language language) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.language = language;
        this.names = new Names(dice);
    }

    /** A rule without errors, the same one for the same seed and language. */
    public static RandomRule grow(long seed, Language language) {
        return new RuleGrower(seed, language).grow();
    }

    private RandomRule grow() {
        if (language.has(Feature.PRELUDE)) {
            List<Part> known = PreludeParts.of(language);
            for (int i = 0; i < 4; i++) {
                parts.add(dice.pick(known));
            }
        }
        growParts();
        boolean takesGradient = takesGradient();
        // The loss is that of the first evaluation. Without a gradient in the header, that must be the one that the
        // rule itself asks for.
        Language inside = takesGradient ? language : language.without(Feature.LOSS);
        if (language.has(Feature.APPLIED_RULES)) {
            for (int i = dice.pick(0, 0, 1, 1, 2); i > 0; i--) {
                String name = names.function("Inner");
                inner.add(optimizer(name, inside.sized(1, 2), List.of(), takesGradient(), dice.chance(40)));
            }
        }
        boolean first = takesGradient || inner.stream().noneMatch(GrownOptimizer::evaluates);
        Language outside = first ? language : language.without(Feature.LOSS);
        GrownOptimizer main = optimizer(names.function("Random"), outside, inner, takesGradient, false);
        Map<String, String> options = new HashMap<>();
        String rule = main.name();
        List<Settable> free = new ArrayList<>(main.settables());
        if (language.has(Feature.DERIVED_RULES) && dice.chance(30)) {
            rule = derive(main, free);
        }
        for (Settable settable : free) {
            if (settable.kind() != Settable.Kind.REAL && dice.chance(50)) {
                options.put(settable.name(), ExpressionPrinter.print(settable.value(dice)));
            }
        }
        RuleFile file = new RuleFile(List.of(), dice.shuffled(declarations), Trees.NOWHERE);
        boolean paper = language.has(Feature.PAPER_SPELLING) && dice.chance(30);
        return new RandomRule(seed, file, rule, options, paper);
    }

    private void growParts() {
        if (language.has(Feature.SCHEDULES) && dice.chance(30)) {
            List<Part> clocks = parts.stream().filter(Part::clock).toList();
            keep(new PartGrower(dice, language.sized(1, 2), new Names(dice), clocks).schedule(names.function("rate")));
        }
        if (language.has(Feature.DEFS)) {
            for (int i = dice.between(0, 2); i > 0; i--) {
                keep(new PartGrower(dice, language.sized(1, 2), new Names(dice), parts).def(names.function("part")));
            }
        }
    }

    private void keep(PartGrower.Grown grown) {
        declarations.add(grown.declaration());
        parts.add(grown.part());
    }

    private boolean takesGradient() {
        return !language.has(Feature.GRADIENTS) || dice.chance(75);
    }

    private GrownOptimizer optimizer(
            String name, Language sized, List<GrownOptimizer> applied, boolean takesGradient, boolean anyShape) {
        // Hyperparameters rise to the outer rule, so all of a file have names of their own.
        GrownOptimizer grown =
                new OptimizerGrower(dice, sized, names, parts, applied, takesGradient, anyShape).grow(name);
        declarations.add(grown.declaration());
        return grown;
    }

    /** A rule derived from another; what it fixes is no longer free. */
    private String derive(GrownOptimizer main, List<Settable> free) {
        List<Argument> arguments = new ArrayList<>();
        Scope scope = new Scope(dice);
        scope.addNumber(Trees.read("t"), Shape.STEP);
        for (Settable settable : main.settables()) {
            if (!dice.chance(60)) {
                continue;
            }
            boolean fixes = dice.chance(60);
            Expression value = settable.value(dice);
            if (fixes && settable.kind() == Settable.Kind.REAL && dice.chance(40)) {
                value = settable.starts() ? ApplicationGrower.within(HALVING) : scheduled(scope);
            }
            arguments.add(fixes ? Trees.fixed(settable.name(), value) : Trees.changed(settable.name(), value));
            if (fixes) {
                free.remove(settable);
            }
        }
        String name = names.function("Derived");
        Optional<Doc> doc = Optional.of(new Doc("Derived from " + main.name() + ".", Trees.NOWHERE));
        declarations.add(
                new DerivedOptimizer(doc, Trees.name(name), Trees.name(main.name()), arguments, Trees.NOWHERE));
        return name;
    }

    /** A value per step, within the range of every hyperparameter. */
    private Expression scheduled(Scope scope) {
        ExpressionGrower grower = new ExpressionGrower(
                dice, language.sized(1, 1), scope, Trees.number(1), Trees.ago(Trees.number(1)), false);
        Optional<Part> schedule = parts.stream().filter(Part::clock).findFirst();
        Expression value = schedule.map(part -> grower.use(part, Shape.STEP, 1)).orElse(HALVING);
        return ApplicationGrower.within(value);
    }
}
