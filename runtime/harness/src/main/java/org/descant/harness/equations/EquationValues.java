package org.descant.harness.equations;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.descant.harness.Feedback;

/** The values of one line's expressions, tensor by tensor; what is one for the model is computed once. */
final class EquationValues {
    private final Scopes scopes;
    private final Feedback feedback;
    private final IdentityHashMap<Node, Cells> ofModel = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Map<String, double[]>> gradients = new IdentityHashMap<>();

    EquationValues(Scopes scopes, Feedback feedback) {
        this.scopes = scopes;
        this.feedback = feedback;
    }

    Cells of(Node node, String tensor) {
        return node.accept(new OfTensor(tensor));
    }

    private final class OfTensor implements Node.Visitor<Cells> {
        private final String tensor;

        OfTensor(String tensor) {
            this.tensor = tensor;
        }

        @Override
        public Cells visitLiteral(Node.Literal literal) {
            return Cells.number(literal.value());
        }

        @Override
        public Cells visitName(Node.Name name) {
            return scopes.find(name.name(), tensor)
                    .orElseGet(() -> scopes.cells(tensor, feedback.input(name.name(), tensor)));
        }

        @Override
        public Cells visitOperation(Node.Operation operation) {
            return Cells.apply(
                    operation.function(),
                    operation.operands().stream()
                            .map(operand -> operand.accept(this))
                            .toList());
        }

        /** Of a choice that is one for the tensor only the branch that is taken is looked at. */
        @Override
        public Cells visitChoice(Node.Choice choice) {
            Cells condition = choice.condition().accept(this);
            if (condition.isNumber()) {
                return (condition.values()[0] != 0 ? choice.then() : choice.otherwise()).accept(this);
            }
            return Cells.choose(
                    condition, choice.then().accept(this), choice.otherwise().accept(this));
        }

        @Override
        public Cells visitReduction(Node.Reduction reduction) {
            if (reduction.per() != Per.MODEL) {
                return terms(reduction).reduced(reduction.fold(), reduction.per());
            }
            if (!ofModel.containsKey(reduction)) {
                ofModel.put(reduction, overModel(reduction));
            }
            return ofModel.getOrDefault(reduction, Cells.number(0));
        }

        private Cells terms(Node.Reduction reduction) {
            List<Cells> arguments = reduction.arguments().stream()
                    .map(argument -> argument.accept(this))
                    .toList();
            return arguments.size() == 1 ? arguments.get(0) : Cells.apply(ElementFunction.MULTIPLY, arguments);
        }

        @Override
        public Cells visitGradient(Node.Gradient gradient) {
            Map<String, double[]> given = gradients.computeIfAbsent(gradient, unused -> evaluate(gradient));
            return scopes.cells(tensor, given.getOrDefault(tensor, new double[0]));
        }
    }

    private Cells overModel(Node.Reduction reduction) {
        double total = reduction.fold().start();
        int count = 0;
        for (String tensor : scopes.tensors()) {
            for (double term : new OfTensor(tensor).terms(reduction).values()) {
                total = reduction.fold().add(total, term);
                count++;
            }
        }
        return Cells.number(reduction.fold().finish(total, count));
    }

    private Map<String, double[]> evaluate(Node.Gradient gradient) {
        Map<String, double[]> point = new LinkedHashMap<>();
        scopes.tensors()
                .forEach(tensor ->
                        point.put(tensor, scopes.elements(gradient.point().accept(new OfTensor(tensor)), tensor)));
        return feedback.evaluate(point).gradients();
    }
}
