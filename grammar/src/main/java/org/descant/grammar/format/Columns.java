package org.descant.grammar.format;

import java.util.ArrayList;
import java.util.List;

/** Puts under each other what belongs under each other: the equals signs of neighbouring lines of one kind, ranges, comments. */
final class Columns {
    /** Equations and derived rules are put in columns only where no line is drawn out by more than this. */
    private static final int WIDEST_GAP = 8;

    private final List<Line> lines;

    Columns(List<Line> lines) {
        this.lines = new ArrayList<>(lines);
    }

    List<Line> aligned() {
        for (int stop = 0; stop < 2; stop++) {
            alignStops(stop);
        }
        alignComments();
        return lines;
    }

    private void alignStops(int stop) {
        int from = 0;
        while (from < lines.size()) {
            int to = isAlignable(lines.get(from), stop) ? end(from, stop) : from + 1;
            if (isAlignable(lines.get(from), stop)) {
                align(from, to, stop);
            }
            from = to;
        }
    }

    /** Behind the last line that goes into the columns of those from the first one on. */
    private int end(int from, int stop) {
        Line first = lines.get(from);
        boolean anyGap = first.kind() != Line.Kind.EQUATION && first.kind() != Line.Kind.DERIVED;
        int narrowest = width(first, stop);
        int widest = narrowest;
        int to = from + 1;
        while (to < lines.size() && belongs(lines.get(to), first, stop)) {
            int width = width(lines.get(to), stop);
            narrowest = Math.min(narrowest, width);
            widest = Math.max(widest, width);
            if (!anyGap && widest - narrowest > WIDEST_GAP) {
                return to;
            }
            to++;
        }
        return to;
    }

    private static boolean isAlignable(Line line, int stop) {
        return line.kind().isAligned() && line.stops().size() > stop;
    }

    private static boolean belongs(Line line, Line first, int stop) {
        return line.kind() == first.kind() && !line.spaced() && isAlignable(line, stop);
    }

    private int widest(int from, int to, int stop) {
        return lines.subList(from, to).stream()
                .mapToInt(line -> width(line, stop))
                .max()
                .orElse(0);
    }

    private static int width(Line line, int stop) {
        return Line.width(line.text().substring(0, line.stops().get(stop)));
    }

    private void align(int from, int to, int stop) {
        int column = widest(from, to, stop);
        for (int i = from; i < to; i++) {
            Line line = lines.get(i);
            int at = line.stops().get(stop);
            int gap = column - width(line, stop);
            List<Integer> stops = new ArrayList<>(line.stops());
            for (int s = stop; s < stops.size(); s++) {
                stops.set(s, stops.get(s) + gap);
            }
            String text =
                    line.text().substring(0, at) + " ".repeat(gap) + line.text().substring(at);
            lines.set(i, line.with(text, stops));
        }
    }

    private void alignComments() {
        int from = 0;
        while (from < lines.size()) {
            int to = from;
            while (to < lines.size()
                    && hasComment(lines.get(to))
                    && (to == from || !lines.get(to).spaced())) {
                to++;
            }
            int column =
                    lines.subList(from, to).stream().mapToInt(Line::width).max().orElse(0) + 2;
            for (int i = from; i < to; i++) {
                Line line = lines.get(i);
                lines.set(i, line.withComment(line.text() + " ".repeat(column - line.width())));
            }
            from = Math.max(to, from + 1);
        }
    }

    private static boolean hasComment(Line line) {
        return !line.text().isEmpty() && !line.comment().isEmpty();
    }
}
