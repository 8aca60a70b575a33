package io.milepost.reporting.read.mart.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what goes through it, and lets no more through than may be. */
final class Measured extends FilterOutputStream {
    private final MessageDigest digest;
    private final long most;
    private long bytes;

    Measured(OutputStream out, long most) {
        super(out);
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** There would be more than may be. */
    static final class TooLargeException extends RuntimeException {
        TooLargeException(long most) {
            super("more than %d bytes".formatted(most));
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] more, int from, int length) throws IOException {
        if (bytes + length > most) {
            throw new TooLargeException(most);
        }
        out.write(more, from, length);
        digest.update(more, from, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    /** Of all that went through; once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
