package org.descant.proof.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.load.Prelude;
import org.descant.grammar.format.FilePrinter;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.DefDeclaration;
import org.descant.grammar.syntax.DerivedOptimizer;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.FormalParameter;
import org.descant.grammar.syntax.OptimizerDeclaration;
import org.descant.grammar.syntax.OutputDeclaration;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.RuleFile;
import org.descant.grammar.syntax.RuleParameter;
import org.descant.grammar.syntax.ScheduleDeclaration;
import org.descant.grammar.syntax.StateDeclaration;

/** The mutants of a rule: its file, and the parts of the prelude that it uses, with one mistake each. */
public final class Mutants {
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final RuleFile file;
    private final Set<String> compared;
    private final OptionSets options;
    private final Map<String, Mutant> mutants = new LinkedHashMap<>();

    private Mutants(LoadedFile loaded, String rule, Set<String> compared, OptionSets options) {
        this.compared = compared;
        this.options = options;
        reach(loaded, rule);
        this.file = new RuleFile(
                loaded.syntax().imports(),
                List.copyOf(declarations.values()),
                loaded.syntax().span());
    }

    /**
     * All mutants of a rule, no two of one text.
     *
     * @param loaded the file, without errors
     * @param rule the name of the optimizer or schedule
     * @param compared the states and outputs that recorded runs are compared in; what is in no relation to them or to the parameter is
     *     left as it is
     * @param options what was chosen in each of the runs, by the names of options; what is dead in all of them is left as it is
     */
    public static List<Mutant> of(
            LoadedFile loaded, String rule, Set<String> compared, Collection<Map<String, String>> options) {
        Mutants all = new Mutants(loaded, rule, compared, new OptionSets(List.copyOf(options)));
        all.mutants.put(FilePrinter.print(all.file), new Mutant("none", "", "", all.file));
        all.declarations.values().forEach(all::mutate);
        return List.copyOf(all.mutants.values()).subList(1, all.mutants.size());
    }

    /**
     * Rules in which something forgotten is put back or two hyperparameters are exchanged: what {@link #of} makes of a right rule leads
     * from a wrong one to the right one as often, but for what it leaves out.
     *
     * @param loaded the file, without errors
     * @param rule the name of the optimizer or schedule, in whose own equations all changes are made
     * @param compared the states and outputs that recorded runs are compared in
     * @param options what was chosen, by the names of options
     */
    public static List<Mutant> repairs(
            LoadedFile loaded, String rule, Set<String> compared, Map<String, String> options) {
        Mutants all = new Mutants(loaded, rule, compared, new OptionSets(List.of(options)));
        all.declarations.values().forEach(all::repair);
        return List.copyOf(all.mutants.values());
    }

    private void repair(Declaration declaration) {
        if (declaration instanceof OptimizerDeclaration optimizer) {
            BodyVariants.repairsOfRule(optimizer.body(), optimizer.parameter(), optimizer.gradient(), compared, options)
                    .forEach(variant -> add(variant, optimizer));
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            BodyVariants.repairsOfPart(schedule.parameters(), schedule.body(), options)
                    .forEach(variant -> add(variant, schedule));
        }
    }

    /** Gathers the declarations that the rule is made of, those of the prelude with them, in an order that stays the same. */
    private void reach(LoadedFile loaded, String rule) {
        Deque<String> pending = new ArrayDeque<>(List.of(rule));
        while (!pending.isEmpty()) {
            String name = pending.pop();
            Optional<Declaration> found =
                    loaded.own(name).or(() -> Prelude.file().own(name));
            if (found.isPresent() && !declarations.containsKey(name)) {
                declarations.put(name, found.get());
                pending.addAll(namesIn(found.get()));
            }
        }
    }

    private Collection<String> namesIn(Declaration declaration) {
        List<BodyItem> body = declaration instanceof OptimizerDeclaration optimizer ? optimizer.body() : List.of();
        ReadNames reads = new ReadNames(options.completed(body));
        List<String> names = new ArrayList<>(namesIn(body, reads));
        if (declaration instanceof DerivedOptimizer derived) {
            names.add(derived.base().text());
            derived.arguments().forEach(argument -> names.addAll(namesIn(argument, reads)));
        } else if (declaration instanceof DefDeclaration def) {
            names.addAll(namesIn(def.body(), reads));
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            names.addAll(namesIn(schedule.body(), reads));
        }
        names.addAll(reads.functions());
        return names;
    }

    private static List<String> namesIn(List<BodyItem> body, ReadNames reads) {
        List<String> names = new ArrayList<>();
        for (BodyItem item : body) {
            if (item instanceof Equation equation) {
                equation.value().accept(reads);
                equation.when().ifPresent(when -> when.accept(reads));
            } else if (item instanceof StateDeclaration state) {
                state.start().accept(reads);
            } else if (item instanceof Return result) {
                result.value().accept(reads);
            } else if (item instanceof OutputDeclaration output) {
                output.value().ifPresent(value -> value.accept(reads));
            } else if (item instanceof RuleParameter parameter) {
                names.add(parameter.base().text());
                parameter.arguments().forEach(argument -> names.addAll(namesIn(argument, reads)));
            }
        }
        return names;
    }

    /** An argument can be a rule, which is named like a value. */
    private static Collection<String> namesIn(Argument argument, ReadNames reads) {
        return argument.value().accept(reads).values();
    }

    private void mutate(Declaration declaration) {
        if (declaration instanceof OptimizerDeclaration optimizer) {
            BodyVariants.ofRule(optimizer.body(), optimizer.parameter(), optimizer.gradient(), compared, options)
                    .forEach(variant -> add(variant, optimizer));
        } else if (declaration instanceof DefDeclaration def) {
            parts(def.parameters(), def.body())
                    .forEach(variant -> add(
                            variant,
                            declaration,
                            new DefDeclaration(
                                    def.doc(),
                                    def.name(),
                                    def.parameters(),
                                    variant.body(),
                                    def.shortForm(),
                                    def.span())));
        } else if (declaration instanceof ScheduleDeclaration schedule) {
            parts(schedule.parameters(), schedule.body()).forEach(variant -> add(variant, schedule));
        }
    }

    private void add(BodyVariants.BodyVariant variant, ScheduleDeclaration schedule) {
        add(
                variant,
                schedule,
                new ScheduleDeclaration(
                        schedule.doc(),
                        schedule.name(),
                        schedule.parameters(),
                        variant.body(),
                        schedule.shortForm(),
                        schedule.span()));
    }

    private List<BodyVariants.BodyVariant> parts(List<FormalParameter> parameters, List<BodyItem> body) {
        return BodyVariants.ofPart(parameters, body, options);
    }

    private void add(BodyVariants.BodyVariant variant, OptimizerDeclaration optimizer) {
        add(
                variant,
                optimizer,
                new OptimizerDeclaration(
                        optimizer.doc(),
                        optimizer.name(),
                        optimizer.parameter(),
                        optimizer.gradient(),
                        variant.body(),
                        optimizer.span()));
    }

    private void add(BodyVariants.BodyVariant variant, Declaration original, Declaration wrong) {
        List<Declaration> changed = new ArrayList<>(file.declarations());
        changed.replaceAll(declaration -> declaration == original ? wrong : declaration);
        RuleFile mutated = new RuleFile(file.imports(), changed, file.span());
        mutants.putIfAbsent(
                FilePrinter.print(mutated), new Mutant(variant.mistake(), variant.before(), variant.after(), mutated));
    }
}
