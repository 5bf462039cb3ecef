package org.descant.peers;

import java.util.List;
import java.util.Locale;
import org.descant.harness.compare.NumberPair;
import org.descant.harness.compare.Parting;

/** A verdict in three cells of a table: the verdict, what the optimizer is, and the first difference. */
record IdentityWords(String rule) implements Identity.Visitor<List<String>> {
    @Override
    public List<String> visit(Identity.Same same) {
        double largest = same.result().worst().relative();
        String rounding = String.format(Locale.ROOT, " (%.0e of the largest value)", largest);
        return List.of("same", rule, largest == 0 ? "none" : "none" + rounding);
    }

    @Override
    public List<String> visit(Identity.Differs differs) {
        return List.of("differs", is(differs), where(differs.result().parting().orElseThrow()));
    }

    @Override
    public List<String> visit(Identity.Throws thrown) {
        return List.of("throws", "nothing that runs", thrown.thrown().toString());
    }

    static String is(Identity.Differs differs) {
        return differs.is().isEmpty() ? "no rule that is known here" : String.join(", ", differs.is());
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
