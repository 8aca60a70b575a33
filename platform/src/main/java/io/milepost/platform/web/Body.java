package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import java.io.IOException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/** A request's JSON body, read up to a limit and parsed strictly. */
final class Body {
    /** A number stays as exact as it was written. */
    private static final ObjectReader PARSER =
            Json.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Body() {}

    /** All bytes, or 413 and 415; nothing is held beyond the limit. */
    static Mono<byte[]> bytes(ServerRequest request, DataSize limit) {
        if (!isJson(request)) {
            return Mono.error(
                    new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json."));
        }
        if (request.headers().contentLength().orElse(0) > limit.toBytes()) {
            return Mono.error(tooLarge(limit));
        }
        return DataBufferUtils.join(request.body(BodyExtractors.toDataBuffers()), (int) limit.toBytes())
                .map(Body::copy)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, over -> tooLarge(limit))
                .onErrorMap(IOException.class, AbortedException::new);
    }

    private static boolean isJson(ServerRequest request) {
        try {
            return request.headers().header(HttpHeaders.CONTENT_TYPE).size() == 1
                    && request.headers()
                            .contentType()
                            .filter(MediaType.APPLICATION_JSON::includes)
                            .isPresent();
        } catch (InvalidMediaTypeException junk) {
            return false;
        }
    }

    /** The one JSON object that the bytes are. */
    static ObjectNode object(byte[] bytes) {
        JsonNode tree;
        try {
            tree = PARSER.readTree(bytes);
        } catch (JacksonException malformed) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, where(malformed));
        } catch (NumberFormatException beyond) {
            // Of an exponent that no decimal has the parser says it in Java's way.
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "A number is out of range.");
        }
        if (tree instanceof ObjectNode object) {
            return object;
        }
        throw bytes.length == 0
                ? new ProblemException(ProblemCode.MALFORMED_JSON, "The body is empty.")
                : new ProblemException(Problem.at("", ProblemCode.WRONG_TYPE, "This should be an object."));
    }

    private static byte[] copy(DataBuffer joined) {
        var bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        return bytes;
    }

    private static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                ProblemCode.BODY_TOO_LARGE, "The body may have up to %d bytes.".formatted(limit.toBytes()));
    }

    /** Only the place: the parser's own message repeats parts of the body. */
    private static String where(JacksonException malformed) {
        var location = malformed.getLocation();
        return location == null
                ? "The body is not JSON."
                : "Not JSON at line %d, column %d.".formatted(location.getLineNr(), location.getColumnNr());
    }
}
