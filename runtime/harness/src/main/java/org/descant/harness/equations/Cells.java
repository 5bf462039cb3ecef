package org.descant.harness.equations;

import java.util.Arrays;
import java.util.List;

/** A value of one tensor, seen as a matrix: a number, one value for each row or column, or one for each element. */
final class Cells {
    private final int rows;
    private final int cols;
    private final double[] values;

    /**
     * @param rows the rows it has values for: all of them, or 1
     * @param cols the columns it has values for: all of them, or 1
     * @param values row-major; not copied
     */
    Cells(int rows, int cols, double[] values) {
        this.rows = rows;
        this.cols = cols;
        this.values = values;
    }

    static Cells number(double value) {
        return new Cells(1, 1, new double[] {value});
    }

    /** The values, row-major; not copied. */
    double[] values() {
        return values;
    }

    /** The value at a place of the matrix. */
    double at(int row, int col) {
        return values[(rows == 1 ? 0 : row) * cols + (cols == 1 ? 0 : col)];
    }

    boolean isNumber() {
        return values.length == 1;
    }

    /** The same in a value of this many rows and columns. */
    Cells spread(int toRows, int toCols) {
        Cells spread = new Cells(toRows, toCols, new double[toRows * toCols]);
        for (int i = 0; i < spread.values.length; i++) {
            spread.values[i] = at(i / toCols, i % toCols);
        }
        return spread;
    }

    /** A function at each of the cells that the operands have together. */
    static Cells apply(ElementFunction function, List<Cells> operands) {
        Cells x = operands.get(0);
        Cells y = operands.get(operands.size() > 1 ? 1 : 0);
        Cells z = operands.get(operands.size() > 2 ? 2 : 0);
        int rows = Math.max(x.rows, Math.max(y.rows, z.rows));
        int cols = Math.max(x.cols, Math.max(y.cols, z.cols));
        Cells result = new Cells(rows, cols, new double[rows * cols]);
        for (int i = 0; i < result.values.length; i++) {
            int row = i / cols;
            int col = i % cols;
            result.values[i] = function.of(x.at(row, col), y.at(row, col), z.at(row, col));
        }
        return result;
    }

    /** One value for each element from either of two. */
    static Cells choose(Cells condition, Cells then, Cells otherwise) {
        int rows = Math.max(condition.rows, Math.max(then.rows, otherwise.rows));
        int cols = Math.max(condition.cols, Math.max(then.cols, otherwise.cols));
        Cells result = new Cells(rows, cols, new double[rows * cols]);
        for (int i = 0; i < result.values.length; i++) {
            Cells chosen = condition.at(i / cols, i % cols) != 0 ? then : otherwise;
            result.values[i] = chosen.at(i / cols, i % cols);
        }
        return result;
    }

    /** One value for each row, column or the whole of what is here. */
    Cells reduced(Fold fold, Per per) {
        int toRows = per == Per.ROW ? rows : 1;
        int toCols = per == Per.COL ? cols : 1;
        Cells result = new Cells(toRows, toCols, new double[toRows * toCols]);
        Arrays.fill(result.values, fold.start());
        for (int i = 0; i < values.length; i++) {
            int place = per == Per.ROW ? i / cols : per == Per.COL ? i % cols : 0;
            result.values[place] = fold.add(result.values[place], values[i]);
        }
        int count = values.length / result.values.length;
        for (int i = 0; i < result.values.length; i++) {
            result.values[i] = fold.finish(result.values[i], count);
        }
        return result;
    }
}
