package org.descant.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Drops what is written once nobody reads any more, as behind {@code descant rules | head}: what a reader did not want is not lost. Any other failure is one. */
final class PipeOutput extends FilterOutputStream {
    /** What the JVM says where a pipe has no reader. */
    static final String BROKEN = "Broken pipe";

    private boolean isClosed;

    PipeOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] text, int from, int count) throws IOException {
        if (isClosed) {
            return;
        }
        try {
            out.write(text, from, count);
        } catch (IOException e) {
            isClosed = BROKEN.equals(e.getMessage());
            if (!isClosed) {
                throw e;
            }
        }
    }
}
