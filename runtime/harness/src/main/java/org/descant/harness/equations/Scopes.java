package org.descant.harness.equations;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.descant.harness.Feedback;
import org.descant.harness.ModelTensor;

/** All values by name, for each tensor of a model. */
final class Scopes {
    private final Map<String, Map<String, Cells>> byTensor = new LinkedHashMap<>();
    private final Map<String, Matrix> matrices = new HashMap<>();

    /** A tensor's first axis, and the rest. */
    private record Matrix(int rows, int cols) {
        static Matrix of(ModelTensor tensor) {
            int numel = tensor.start().size();
            int rows = tensor.shape().isEmpty() ? 1 : tensor.shape().get(0);
            return new Matrix(rows, rows == 0 ? 0 : numel / rows);
        }
    }

    Scopes(List<ModelTensor> tensors) {
        for (ModelTensor tensor : tensors) {
            Matrix matrix = Matrix.of(tensor);
            matrices.put(tensor.name(), matrix);
            Map<String, Cells> scope = new HashMap<>();
            scope.put("w", new Cells(matrix.rows(), matrix.cols(), tensor.values()));
            scope.put("rank", Cells.number(tensor.shape().size()));
            scope.put("numel", Cells.number(tensor.start().size()));
            scope.put("rows", Cells.number(matrix.rows()));
            scope.put("cols", Cells.number(matrix.cols()));
            scope.put("pi", Cells.number(Math.PI));
            byTensor.put(tensor.name(), scope);
        }
    }

    Iterable<String> tensors() {
        return byTensor.keySet();
    }

    void setNumber(String name, double value) {
        byTensor.values().forEach(scope -> scope.put(name, Cells.number(value)));
    }

    void setElements(String name, Map<String, double[]> values) {
        byTensor.forEach((tensor, scope) -> scope.put(name, cells(tensor, values.getOrDefault(tensor, new double[0]))));
    }

    Cells cells(String tensor, double[] elements) {
        Matrix matrix = matrices.getOrDefault(tensor, new Matrix(0, 0));
        return new Cells(matrix.rows(), matrix.cols(), elements.clone());
    }

    Optional<Cells> find(String name, String tensor) {
        return Optional.ofNullable(byTensor.getOrDefault(tensor, Map.of()).get(name));
    }

    /** A value with one number for each element, in an array of its own. */
    double[] elements(String name, String tensor) {
        Matrix matrix = matrices.getOrDefault(tensor, new Matrix(0, 0));
        return spread(find(name, tensor).orElseThrow(), matrix);
    }

    double[] elements(Cells cells, String tensor) {
        return spread(cells, matrices.getOrDefault(tensor, new Matrix(0, 0)));
    }

    private static double[] spread(Cells cells, Matrix matrix) {
        return cells.spread(matrix.rows(), matrix.cols()).values();
    }

    /** Computes a line for all tensors, and only then lets its name have the values. */
    void assign(Equation line, Feedback feedback) {
        EquationValues values = new EquationValues(this, feedback);
        Map<String, Cells> computed = new HashMap<>();
        byTensor.keySet().forEach(tensor -> computed.put(tensor, values.of(line.value(), tensor)));
        computed.forEach((tensor, value) ->
                byTensor.getOrDefault(tensor, new HashMap<>()).put(line.name(), value));
    }
}
