package org.descant.compiler.resolve;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.descant.compiler.load.LoadedFile;
import org.descant.compiler.resolve.text.Definitions;
import org.descant.compiler.resolve.text.TimeIndex;
import org.descant.compiler.resolve.text.TimeIndices;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.BodyItem;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.Chain;
import org.descant.grammar.syntax.Comparison;
import org.descant.grammar.syntax.Conditional;
import org.descant.grammar.syntax.Declaration;
import org.descant.grammar.syntax.Equation;
import org.descant.grammar.syntax.Expression;
import org.descant.grammar.syntax.Indexed;
import org.descant.grammar.syntax.NumberLiteral;
import org.descant.grammar.syntax.Power;
import org.descant.grammar.syntax.Reference;
import org.descant.grammar.syntax.Return;
import org.descant.grammar.syntax.StateDeclaration;
import org.descant.grammar.syntax.TruthLiteral;
import org.descant.grammar.syntax.Unary;

/** What a def or an expression remembers, as far as names are concerned: how many states are declared, those of applied defs included. */
final class StateCount {
    private static final int MANY = 2;

    private final IdentityHashMap<Declaration, StateCount> known;
    private int states;
    private boolean memory;

    private StateCount(IdentityHashMap<Declaration, StateCount> known) {
        this.known = known;
    }

    /**
     * The count of a def.
     *
     * @param known what was counted before, by identity
     */
    static StateCount of(Part part, IdentityHashMap<Declaration, StateCount> known) {
        StateCount counted = known.get(part.declaration());
        if (counted != null) {
            return counted;
        }
        StateCount count = new StateCount(known);
        // A def that applies itself is an error elsewhere; here it only must come to an end.
        known.put(part.declaration(), count);
        for (BodyItem item : part.body()) {
            if (item instanceof StateDeclaration) {
                count.states++;
            } else if (item instanceof Equation equation) {
                count.memory |= equation.when().isPresent();
                count.scan(equation.value(), part.file());
            } else if (item instanceof Return result) {
                count.scan(result.value(), part.file());
            }
        }
        return count;
    }

    /** The count of what an expression applies. */
    static StateCount of(Expression expression, LoadedFile file, IdentityHashMap<Declaration, StateCount> known) {
        StateCount count = new StateCount(known);
        count.scan(expression, file);
        return count;
    }

    /** Whether exactly one state is declared. */
    boolean isOne() {
        return states == 1;
    }

    /** Whether anything is remembered, declared or not. */
    boolean isStateful() {
        return states > 0 || memory;
    }

    private void scan(Expression root, LoadedFile file) {
        List<Expression> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Expression expression = open.remove(open.size() - 1);
            open.addAll(expression.accept(new Children()));
            if (expression instanceof Indexed indexed) {
                memory |= TimeIndices.literal(indexed.index()) instanceof TimeIndex.Past;
            }
            if (expression instanceof Call call
                    && Definitions.find(file, call.function().text()) instanceof Definitions.Found found) {
                Part.of(found.declaration(), found.file()).ifPresent(part -> add(of(part, known)));
            }
        }
    }

    private void add(StateCount inner) {
        states = Math.min(MANY, states + inner.states);
        memory |= inner.memory;
    }

    private static final class Children implements Expression.Visitor<List<Expression>> {
        @Override
        public List<Expression> visitNumber(NumberLiteral number) {
            return List.of();
        }

        @Override
        public List<Expression> visitTruth(TruthLiteral truth) {
            return List.of();
        }

        @Override
        public List<Expression> visitReference(Reference reference) {
            return List.of();
        }

        @Override
        public List<Expression> visitIndexed(Indexed indexed) {
            return List.of();
        }

        @Override
        public List<Expression> visitCall(Call call) {
            return call.arguments().stream().map(Argument::value).toList();
        }

        @Override
        public List<Expression> visitUnary(Unary unary) {
            return List.of(unary.operand());
        }

        @Override
        public List<Expression> visitPower(Power power) {
            return List.of(power.base(), power.exponent());
        }

        @Override
        public List<Expression> visitChain(Chain chain) {
            return chain.operands();
        }

        @Override
        public List<Expression> visitComparison(Comparison comparison) {
            return List.of(comparison.left(), comparison.right());
        }

        @Override
        public List<Expression> visitConditional(Conditional conditional) {
            List<Expression> children = new ArrayList<>();
            conditional.branches().forEach(branch -> {
                children.add(branch.condition());
                children.add(branch.value());
            });
            children.add(conditional.otherwise());
            return children;
        }
    }
}
