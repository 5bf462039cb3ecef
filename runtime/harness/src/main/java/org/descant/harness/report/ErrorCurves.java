package org.descant.harness.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.descant.harness.compare.Deviation;

/**
 * The errors of a run over its steps as a small picture, in SVG: one curve for each quantity, over all tensors the largest error relative
 * to the tensor's scale, on a logarithmic axis. What is smaller than 1e-17 lies at the bottom.
 */
final class ErrorCurves {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 190;
    private static final int LEFT = 52;
    private static final int RIGHT = 500;
    private static final int TOP = 10;
    private static final int BOTTOM = 165;
    private static final int LOWEST = -17;
    private static final int MOST = 6;
    private static final String[] COLOURS = {"#1b5e9e", "#b3372f", "#2e7d4f", "#8a5a00", "#6b3fa0", "#555555"};
    private static final String[] DASHES = {"", "6 3", "2 3", "8 3 2 3", "10 4", "1 4"};

    private final List<Deviation> deviations;
    private final double tolerance;

    /** @param tolerance a line across; none if NaN */
    ErrorCurves(List<Deviation> deviations, double tolerance) {
        this.deviations = deviations;
        this.tolerance = tolerance;
    }

    String svg() {
        Map<String, Map<Integer, Double>> curves = curves();
        int steps = curves.values().stream()
                .flatMap(curve -> curve.keySet().stream())
                .max(Integer::compare)
                .orElse(1);
        double largest = curves.values().stream()
                .flatMap(curve -> curve.values().stream())
                .filter(Double::isFinite)
                .max(Double::compare)
                .orElse(1.0);
        int highest = Math.max(-11, (int) Math.ceil(Math.log10(Math.max(largest, 1e-300))));
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"error over steps\">",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        axes(parts, steps, highest);
        int number = 0;
        for (Map.Entry<String, Map<Integer, Double>> curve : curves.entrySet()) {
            if (number == MOST) {
                break;
            }
            curve(parts, curve.getKey(), curve.getValue(), number++, steps, highest);
        }
        parts.add("</svg>");
        return String.join("\n", parts);
    }

    private Map<String, Map<Integer, Double>> curves() {
        Map<String, Map<Integer, Double>> curves = new LinkedHashMap<>();
        for (Deviation deviation : deviations) {
            for (Deviation.AtStep at : deviation.course()) {
                double error = at.difference() == 0 ? 0 : at.difference() / deviation.scale();
                curves.computeIfAbsent(deviation.quantity(), absent -> new LinkedHashMap<>())
                        .merge(at.step(), error, Math::max);
            }
        }
        return curves;
    }

    private void axes(List<String> parts, int steps, int highest) {
        int stride = Math.max(1, (highest - LOWEST) / 6);
        for (int power = LOWEST; power <= highest; power += stride) {
            double y = y(Math.pow(10, power), highest);
            parts.add(line(LEFT, y, RIGHT, y, "#dddddd", ""));
            parts.add(text(LEFT - 6, y + 4, "end", "1e" + power));
        }
        parts.add(line(LEFT, BOTTOM, RIGHT, BOTTOM, "#333333", ""));
        for (int step : new int[] {1, (steps + 1) / 2, steps}) {
            parts.add(text(x(step, steps), BOTTOM + 16, "middle", String.valueOf(step)));
        }
        parts.add(text(RIGHT + 20, BOTTOM + 16, "start", "step"));
        if (tolerance > 0) {
            double y = y(tolerance, highest);
            parts.add(line(LEFT, y, RIGHT, y, "#333333", "1 2"));
            parts.add(text(RIGHT + 8, y + 4, "start", "tolerance"));
        }
    }

    private static void curve(
            List<String> parts, String name, Map<Integer, Double> curve, int number, int steps, int highest) {
        StringBuilder points = new StringBuilder();
        curve.forEach((step, error) ->
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(step, steps), y(error, highest))));
        parts.add("<polyline fill=\"none\" stroke=\"" + COLOURS[number] + "\" stroke-width=\"1.6\" stroke-dasharray=\""
                + DASHES[number] + "\" points=\"" + points.toString().strip() + "\"/>");
        int y = TOP + 8 + 16 * number;
        parts.add(line(RIGHT + 62, y, RIGHT + 86, y, COLOURS[number], DASHES[number]));
        parts.add(text(RIGHT + 90, y + 4, "start", name.length() <= 5 ? name : name.substring(0, 4) + "…"));
    }

    private static double x(int step, int steps) {
        return steps == 1 ? LEFT : LEFT + (RIGHT - LEFT) * (step - 1.0) / (steps - 1.0);
    }

    private static double y(double error, int highest) {
        double power = error == 0 ? LOWEST : Double.isFinite(error) ? Math.log10(error) : highest;
        double clamped = Math.max(LOWEST, Math.min(highest, power));
        return BOTTOM - (BOTTOM - TOP) * (clamped - LOWEST) / (highest - LOWEST);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\"/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                dashes);
    }

    private static String text(double x, double y, String anchor, String text) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                Html.escape(text));
    }
}
