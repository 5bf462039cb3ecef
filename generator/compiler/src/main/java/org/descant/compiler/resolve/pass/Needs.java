package org.descant.compiler.resolve.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.descant.compiler.ir.Clock;
import org.descant.compiler.model.ModelEquation;
import org.descant.compiler.model.ModelEvaluation;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;
import org.descant.compiler.model.Term.VariableTerm;
import org.descant.grammar.source.Span;

/** Everything that some terms need in the end: equations, states, evaluations. */
final class Needs {
    final Set<String> equations = new HashSet<>();
    final Set<String> states = new HashSet<>();
    final Set<Integer> evaluations = new HashSet<>();
    /** Where the loss is read. */
    final List<Span> losses = new ArrayList<>();

    private final Draft draft;
    /** The states that hold an equation: with {@code m[t]} goes {@code m}, where this is wanted. */
    private final Map<String, String> holders = new HashMap<>();

    private final Deque<Runnable> open = new ArrayDeque<>();

    /** Whether a state that is read needs what it becomes. */
    private final boolean throughStates;

    /** What is needed, without or with the states that merely hold something that is needed. */
    Needs(Draft draft, boolean withHolders) {
        this(draft, withHolders, true);
    }

    /** What must be known on the same step. */
    static Needs ofThisStep(Draft draft) {
        return new Needs(draft, false, false);
    }

    private Needs(Draft draft, boolean withHolders, boolean throughStates) {
        this.draft = draft;
        this.throughStates = throughStates;
        if (withHolders) {
            for (ModelState state : draft.states().values()) {
                if (state.next() instanceof VariableTerm variable) {
                    holders.put(variable.name(), state.name());
                }
            }
        }
    }

    void addTerms(Collection<Term> terms) {
        terms.forEach(this::read);
        run();
    }

    void addEquations(Collection<String> names) {
        names.forEach(this::equation);
        run();
    }

    void addStates(Collection<String> names) {
        names.forEach(this::state);
        run();
    }

    void addEvaluations(Collection<Integer> numbers) {
        numbers.forEach(this::evaluation);
        run();
    }

    private void run() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }

    private void read(Term term) {
        Reads reads = Reads.of(term);
        reads.variables().forEach(this::equation);
        reads.states().forEach(this::state);
        reads.evaluations().forEach(this::evaluation);
        losses.addAll(reads.losses());
    }

    private void clock(Clock clock) {
        clock.conditions().forEach(this::equation);
    }

    private void equation(String name) {
        ModelEquation equation = draft.equations().get(name);
        if (equation != null && equations.add(name)) {
            open.push(() -> {
                read(equation.value());
                clock(equation.clock());
                List.of(holders.getOrDefault(name, "")).forEach(this::state);
            });
        }
    }

    private void state(String name) {
        ModelState state = draft.states().get(name);
        if (state != null && states.add(name) && throughStates) {
            open.push(() -> {
                read(state.next());
                read(state.start());
                clock(state.clock());
            });
        }
    }

    private void evaluation(int number) {
        if (number < draft.evaluations().size() && evaluations.add(number)) {
            ModelEvaluation evaluation = draft.evaluations().get(number);
            open.push(() -> {
                read(evaluation.point());
                clock(evaluation.clock());
            });
        }
    }
}
