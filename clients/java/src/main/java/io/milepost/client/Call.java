package io.milepost.client;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A request of one operation. It can be sent again as it is: a command has the same effect once, since its key is the same.
 *
 * @param <T> what is answered
 */
public abstract class Call<T> {
    private final Wire wire;
    private final String method;
    private final String accepted;
    private final List<String> headers = new ArrayList<>();
    private final StringBuilder query = new StringBuilder();
    private String path;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    protected Call(Wire wire, String method, String path, String accepted) {
        this.wire = wire;
        this.method = method;
        this.path = path;
        this.accepted = accepted.isEmpty() ? "*/*" : accepted;
    }

    protected final void path(String name, Object value) {
        path = path.replace("{" + name + "}", encoded(value));
    }

    protected final void query(String name, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(each -> query(name, each));
        } else if (value != null) {
            query.append(query.isEmpty() ? '?' : '&')
                    .append(encoded(name))
                    .append('=')
                    .append(encoded(value));
        }
    }

    protected final void header(String name, @Nullable Object value) {
        if (value != null) {
            headers.addAll(List.of(name, value.toString()));
        }
    }

    protected final void body(String type, Object value) {
        header("Content-Type", type);
        body = value instanceof String text
                ? BodyPublishers.ofString(text)
                : BodyPublishers.ofByteArray(Wire.JSON.writeValueAsBytes(value));
    }

    /**
     * Sends it and waits for the answer.
     *
     * @throws Refused where that is not 2xx
     * @throws IOException where there is none: whether a command took effect is found out by sending it again
     */
    public final Answer<T> send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(wire.service() + path + query))
                .method(method, body)
                .timeout(wire.patience())
                .header("Authorization", "Bearer " + wire.token().get())
                .header("Accept", accepted + ", application/problem+json;q=0.1");
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        var answer = wire.http().send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(method + " " + path, answer.statusCode(), problem(answer.body()));
        }
        return new Answer<>(answer.statusCode(), answer.headers(), read(answer.body()));
    }

    /** What the generated class says of itself: the type between its brackets. */
    @SuppressWarnings("unchecked")
    private T read(byte[] bytes) {
        var type = ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        if (type == String.class) {
            return (T) new String(bytes, StandardCharsets.UTF_8);
        }
        return type == Void.class || bytes.length == 0
                ? null
                : Wire.JSON.readValue(bytes, Wire.JSON.constructType(type));
    }

    private static JsonNode problem(byte[] bytes) {
        try {
            return Wire.JSON.readTree(bytes);
        } catch (JacksonException none) {
            return Wire.JSON.missingNode();
        }
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
