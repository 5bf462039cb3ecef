package org.descant.digits;

/** Images with their labels: a view of some rows of a data set. */
public final class Samples {
    private final float[] pixels;
    private final int[] labels;
    private final int width;

    /**
     * Samples in row-major order.
     *
     * @param pixels the images one after the other
     * @param labels one class for each image, from 0
     */
    Samples(float[] pixels, int[] labels) {
        if (labels.length == 0 || pixels.length % labels.length != 0) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + labels.length + " images");
        }
        this.pixels = pixels;
        this.labels = labels;
        this.width = pixels.length / labels.length;
    }

    /** The number of images. */
    public int size() {
        return labels.length;
    }

    /** The number of pixels of an image. */
    public int width() {
        return width;
    }

    /** The class of an image. */
    public int label(int sample) {
        return labels[sample];
    }

    /** Copies an image into an array. */
    void copyImage(int sample, float[] target) {
        System.arraycopy(pixels, sample * width, target, 0, width);
    }
}
