package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One connection to a service, for bytes that no client would send, or not so slowly. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;

    private final Socket socket;

    /** What has come of an answer's head. */
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    public Wire(ParcelService service) {
        try {
            socket = new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer as it came; the body is of a length that was stated. */
    public record CommandAnswer(int status, Map<String, String> headers, String body) {
        public JsonNode json() {
            return Json.mapper().readTree(body);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What is sent on a connection of its own, as Latin-1, is answered. */
    static CommandAnswer exchange(ParcelService service, String request) {
        try (var wire = new Wire(service)) {
            wire.send(request);
            return wire.answer();
        }
    }

    public void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends byte after byte with a pause behind each, until all are sent or something comes back. */
    void trickle(String text, int pauseMs) {
        for (var letter : text.split("", -1)) {
            if (isAnswered(pauseMs)) {
                return;
            }
            send(letter);
        }
    }

    /** Whether something comes, or the end of all, within this time; what comes stays to be read. */
    boolean isAnswered(int withinMs) {
        try {
            socket.setSoTimeout(withinMs);
            var in = socket.getInputStream();
            int first = in.read();
            if (first >= 0) {
                seen.write(first);
            }
            return true;
        } catch (SocketTimeoutException quiet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            patient();
        }
    }

    private void patient() {
        try {
            socket.setSoTimeout(PATIENCE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer. */
    CommandAnswer answer() {
        var lines = head().split("\r\n", -1);
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length - 2; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        var body = new StringBuilder();
        try {
            body.append(new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommandAnswer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, body.toString());
    }

    /** Takes so many bytes, whatever they are of; false at the end. */
    public boolean take(int bytes) {
        try {
            return socket.getInputStream().readNBytes(bytes).length == bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String head() {
        try {
            var in = socket.getInputStream();
            while (!seen.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new AssertionError("closed after: " + seen.toString(StandardCharsets.ISO_8859_1));
                }
                seen.write(next);
            }
            var head = seen.toString(StandardCharsets.ISO_8859_1);
            seen.reset();
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the other end has closed the connection, or does within the patience of a test. */
    boolean isClosed() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return reset.getMessage().toLowerCase(Locale.ROOT).contains("reset");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
