package io.milepost.suite.fuzz;

import io.milepost.suite.fuzz.Request.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one part that sends what a decent client would not: any method, target and header, as they are. It is opened again
 * when the part has closed it.
 */
public final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST_LINE = 100_000;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public Wire(URI part) {
        address = new InetSocketAddress(part.getHost(), part.getPort());
    }

    /** Sends and waits for the answer; no answer is an error. */
    public Answer send(Request request) throws IOException {
        try {
            return exchange(request, connected());
        } catch (IOException stale) {
            // The part may have closed it between two requests; on a new one there is no excuse.
            close();
            return exchange(request, connected());
        }
    }

    private Answer exchange(Request request, Socket connection) throws IOException {
        var out = connection.getOutputStream();
        try {
            out.write(bytesOf(request, connection));
            out.flush();
        } catch (IOException refused) {
            // It may have answered before it had read all.
            if (request.body().length == 0) {
                throw refused;
            }
        }
        var answer = read(request.method());
        if (answer.header("connection").map("close"::equalsIgnoreCase).orElse(false) || answer.isStream()) {
            close();
        }
        return answer;
    }

    private static byte[] bytesOf(Request request, Socket connection) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\n".formatted(request.method(), request.target()));
        if (request.header("Host").isEmpty()) {
            head.append("Host: localhost:%d\r\n".formatted(connection.getPort()));
        }
        for (Header header : request.headers()) {
            head.append("%s: %s\r\n".formatted(header.name(), header.value()));
        }
        if (request.body().length > 0 || !request.method().equals("GET")) {
            head.append("Content-Length: %d\r\n".formatted(request.body().length));
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }

    private Answer read(String method) throws IOException {
        var status = line();
        while (status.startsWith("HTTP/1.1 1")) {
            while (!line().isEmpty()) {
                // an interim answer has no body
            }
            status = line();
        }
        var words = status.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
            throw new IOException("not an answer: " + status);
        }
        var headers = new ArrayList<Header>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        var answer = new Answer(Integer.parseInt(words[1]), List.copyOf(headers), "");
        boolean bare = method.equals("HEAD") || answer.status() == 204 || answer.status() == 304 || answer.isStream();
        return bare ? answer : new Answer(answer.status(), answer.headers(), body(answer));
    }

    private String body(Answer answer) throws IOException {
        var body = new ByteArrayOutputStream();
        if (answer.header("transfer-encoding").map("chunked"::equalsIgnoreCase).orElse(false)) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.writeBytes(exactly(size));
                line();
            }
            line();
        } else if (answer.header("content-length").isPresent()) {
            body.writeBytes(
                    exactly(Integer.parseInt(answer.header("content-length").get())));
        } else {
            body.writeBytes(in().readAllBytes());
            close();
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private byte[] exactly(int size) throws IOException {
        var bytes = in().readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the answer ends after %d of %d bytes".formatted(bytes.length, size));
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in().read(); next != '\n'; next = in().read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException("no answer, or half of one: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private InputStream in() throws IOException {
        if (in == null) {
            throw new EOFException("closed");
        }
        return in;
    }

    private Socket connected() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            open.connect(address);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
            in = null;
        }
    }
}
