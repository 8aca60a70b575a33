package io.milepost.cli.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a file, each read on its own, so that one that is endless or of another encoding spoils no other. */
final class TextLines implements Closeable {

    /** Far more than any row needs, and little enough to hold. */
    static final int LONGEST = 16 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream bytes;
    private final Charset charset;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long number;
    private boolean afterReturn;

    TextLines(InputStream bytes, Charset charset) throws IOException {
        var wide = charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
        this.bytes = wide ? inUtf8(bytes, charset) : new BufferedInputStream(bytes);
        this.charset = wide ? StandardCharsets.UTF_8 : charset;
    }

    /** In which an end of a line is no byte of its own; what cannot be read is U+FFFD, which makes its row bad. */
    private static InputStream inUtf8(InputStream bytes, Charset charset) throws IOException {
        try (bytes) {
            var text = new String(bytes.readAllBytes(), charset);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * One line without its end.
     *
     * @param number in the file, from 1
     * @param text all of it, or its beginning where it has a fault
     * @param fault why it cannot be read, or null
     */
    record Line(long number, String text, @Nullable String fault) {

        boolean endsWithinQuotes() {
            return fault == null
                    && text.chars().filter(character -> character == '"').count() % 2 == 1;
        }

        /** With the line below it. */
        Line joined(Line more) {
            var both = text + "\n" + more.text();
            var longest = more.fault() == null && both.length() > LONGEST
                    ? "a quote is opened in this line and not closed within %d characters".formatted(LONGEST)
                    : more.fault();
            return new Line(number, both, longest);
        }
    }

    /** The next line that is not blank. */
    Optional<Line> next() throws IOException {
        for (var line = read(); line.isPresent(); line = read()) {
            if (!line.get().text().isBlank()) {
                return line;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private Optional<Line> read() throws IOException {
        kept.reset();
        long length = 0;
        int read = bytes.read();
        if (afterReturn && read == '\n') {
            read = bytes.read();
        }
        afterReturn = false;
        if (read < 0) {
            return Optional.empty();
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            if (length < LONGEST) {
                kept.write(read);
            }
            length++;
            read = bytes.read();
        }
        afterReturn = read == '\r';
        number++;
        return Optional.of(line(length));
    }

    private Line line(long length) {
        if (length > LONGEST) {
            return new Line(
                    number, text(), "the line has %d bytes; no row needs more than %d".formatted(length, LONGEST));
        }
        try {
            var text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(kept.toByteArray()))
                    .toString();
            return new Line(number, withoutMark(text), null);
        } catch (CharacterCodingException _) {
            return new Line(number, text(), "not written in " + charset.name());
        }
    }

    /** With U+FFFD for what cannot be read. */
    private String text() {
        return withoutMark(kept.toString(charset));
    }

    private String withoutMark(String text) {
        return number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
