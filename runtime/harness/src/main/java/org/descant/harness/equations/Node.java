package org.descant.harness.equations;

import java.util.List;

/** An expression of an equation. */
sealed interface Node {
    <R> R accept(Visitor<R> visitor);

    /** A function of expressions. */
    interface Visitor<R> {
        R visitLiteral(Literal literal);

        R visitName(Name name);

        R visitOperation(Operation operation);

        R visitChoice(Choice choice);

        R visitReduction(Reduction reduction);

        R visitGradient(Gradient gradient);
    }

    /** A literal. */
    record Literal(double value) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLiteral(this);
        }
    }

    /** A value by its name. */
    record Name(String name) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    /** What is computed from one to three operands, element by element. */
    record Operation(ElementFunction function, List<Node> operands) implements Node {
        public Operation {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitOperation(this);
        }
    }

    /** {@code if c then a else b}. */
    record Choice(Node condition, Node then, Node otherwise) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitChoice(this);
        }
    }

    /** A sum or the like over what the argument has in a tensor, a row, a column or all tensors. */
    record Reduction(Fold fold, List<Node> arguments, Per per) implements Node {
        public Reduction {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitReduction(this);
        }
    }

    /** The gradient at another point. */
    record Gradient(Node point) implements Node {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitGradient(this);
        }
    }
}
