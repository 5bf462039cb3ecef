package org.descant.digits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The handwritten digits that ship with this sample: 1,797 images of 8 × 8 pixels between 0 and 1, with their digits.
 *
 * <p>Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine Learning Repository (1998), licensed
 * under CC BY 4.0.
 */
public final class Digits {
    /** The number of pixels of an image. */
    public static final int PIXELS = 64;

    /** The number of classes. */
    public static final int CLASSES = 10;

    private static final String RESOURCE = "digits.csv";
    private static final float BRIGHTEST = 16;
    private static final int TEST_EVERY = 5;

    private final Samples train;
    private final Samples test;

    private Digits(Samples train, Samples test) {
        this.train = train;
        this.test = test;
    }

    /** Reads the data set; every fifth row is for the test, the others for training. */
    public static Digits load() {
        List<int[]> train = new ArrayList<>();
        List<int[]> test = new ArrayList<>();
        List<int[]> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            (row % TEST_EVERY == TEST_EVERY - 1 ? test : train).add(rows.get(row));
        }
        return new Digits(samples(train), samples(test));
    }

    /** The 1,438 samples to learn from. */
    public Samples train() {
        return train;
    }

    /** The 359 samples to judge by. */
    public Samples test() {
        return test;
    }

    private static List<int[]> rows() {
        InputStream resource = Digits.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException(RESOURCE + " is missing from the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            return reader.lines().map(Digits::row).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", failure);
        }
    }

    private static int[] row(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != PIXELS + 1) {
            throw new IllegalStateException(RESOURCE + " has a row of " + cells.length + " cells");
        }
        int[] row = new int[cells.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Integer.parseInt(cells[i]);
        }
        return row;
    }

    private static Samples samples(List<int[]> rows) {
        float[] pixels = new float[rows.size() * PIXELS];
        int[] labels = new int[rows.size()];
        for (int sample = 0; sample < labels.length; sample++) {
            int[] row = rows.get(sample);
            for (int i = 0; i < PIXELS; i++) {
                pixels[sample * PIXELS + i] = row[i] / BRIGHTEST;
            }
            labels[sample] = row[PIXELS];
        }
        return new Samples(pixels, labels);
    }
}
