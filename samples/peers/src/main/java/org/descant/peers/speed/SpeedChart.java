package org.descant.peers.speed;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Results of one workload as bars: a group for each size, a bar for each contender, as long as its time is beside the yardstick's. */
final class SpeedChart {
    private static final int WIDTH = 1300;
    private static final int HEIGHT = 560;
    private static final int DOTS_PER_INCH = 120;
    /** Where bars begin. */
    private static final double LEAST = 0.1;

    private static final String FONT = Font.SANS_SERIF;

    /** Greys for what is no library; then colours that people who see fewer of them tell apart too (Okabe and Ito). */
    private static final Color[] COLOURS = {
        new Color(0x8C8C8C),
        new Color(0xD0D0D0),
        new Color(0x00507D),
        new Color(0x2E8FCB),
        new Color(0xA6D8F5),
        new Color(0xD55E00),
        new Color(0xE69F00),
        new Color(0xF0E442),
        new Color(0x009E73),
        new Color(0xCC79A7),
        new Color(0x000000)
    };

    private SpeedChart() {}

    /**
     * The bars. The yardstick has none: it is the line at 1.
     *
     * @param results of one workload, those of the yardstick first
     */
    static CategoryChart of(String title, List<Result> results) {
        List<Size> sizes = results.stream().map(Result::size).distinct().toList();
        List<String> names = results.stream().map(Result::contender).distinct().toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle("time, as a multiple of " + names.get(0))
                .xAxisTitle("tensors × elements")
                .build();
        style(chart.getStyler());
        List<String> groups = sizes.stream().map(Size::toString).toList();
        for (String name : names.subList(1, names.size())) {
            List<@Nullable Double> ratios = new ArrayList<>();
            sizes.forEach(size -> ratios.add(ratio(results, name, size)));
            if (ratios.stream().anyMatch(Objects::nonNull)) {
                chart.addSeries(name, groups, ratios);
            }
        }
        chart.addAnnotation(new AnnotationLine(1, false, false));
        return chart;
    }

    /** Null, which is no bar, where there is no time. */
    private static @Nullable Double ratio(List<Result> results, String name, Size size) {
        return results.stream()
                .filter(result ->
                        result.contender().equals(name) && result.size().equals(size))
                .filter(Result.Timed.class::isInstance)
                .map(result -> ((Result.Timed) result).ratio())
                .findFirst()
                .orElse(null);
    }

    private static void style(CategoryStyler styler) {
        styler.setSeriesColors(COLOURS);
        styler.setYAxisLogarithmic(true);
        styler.setYAxisMin(LEAST);
        styler.setAnnotationLineColor(Color.BLACK);
        styler.setAnnotationLineStroke(new BasicStroke(1));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendFont(new Font(FONT, Font.PLAIN, 13));
        styler.setAxisTickLabelsFont(new Font(FONT, Font.PLAIN, 13));
        styler.setAxisTitleFont(new Font(FONT, Font.PLAIN, 14));
        styler.setChartTitleFont(new Font(FONT, Font.BOLD, 16));
        styler.setAvailableSpaceFill(0.85);
        styler.setPlotGridVerticalLinesVisible(false);
    }

    /** Writes a picture, in the format PNG. */
    static void write(CategoryChart chart, Path file) throws IOException {
        BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
    }
}
