package org.descant.peers;

import java.util.List;
import java.util.Locale;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;

/** A verdict in three cells of a table: the verdict, what the optimizer is, and the first difference. */
record VerdictWords(String rule) implements Verdict.Visitor<List<String>> {
    @Override
    public List<String> visit(Verdict.Same same) {
        String rounding = String.format(Locale.ROOT, " (%.0e of the largest value)", same.largest());
        return List.of("same", rule, same.largest() == 0 ? "none" : "none" + rounding);
    }

    @Override
    public List<String> visit(Verdict.Differs differs) {
        String is = differs.is().isEmpty() ? "no rule that is known here" : String.join(", ", differs.is());
        return List.of("differs", is, where(differs.parting()));
    }

    @Override
    public List<String> visit(Verdict.Throws thrown) {
        return List.of("throws", "nothing that runs", thrown.thrown().toString());
    }

    private static String where(Parting parting) {
        NumberPair numbers = parting.first().numbers();
        StringBuilder where = new StringBuilder()
                .append("step ")
                .append(parting.step())
                .append(", ")
                .append(parting.tensor())
                .append(parting.index())
                .append(": ")
                .append(numbers.decimal(numbers.actual()))
                .append(", not ")
                .append(numbers.decimal(numbers.expected()));
        numbers.ulps().ifPresent(ulps -> where.append(String.format(Locale.ROOT, ", %,d ulps", ulps)));
        return where.toString();
    }
}
