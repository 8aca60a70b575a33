package io.milepost.reporting.read.mart.api;

import io.milepost.platform.web.AnswerTypes;
import io.milepost.reporting.read.mart.query.QueryException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The forms in which tables are answered; the first is for callers that do not care. */
enum Format {
    JSON(MediaType.APPLICATION_JSON_VALUE),
    CSV("text/csv;charset=UTF-8"),
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PARQUET("application/vnd.apache.parquet");

    private static final AnswerTypes TYPES =
            new AnswerTypes(Stream.of(values()).map(Format::type).toList());

    private final MediaType type;

    Format(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    MediaType type() {
        return type;
    }

    /** As it is written in an address, and at the end of a file's name. */
    String named() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is kept as a file rather than read as text. */
    boolean isFile() {
        return this == XLSX || this == PARQUET;
    }

    /** What the address names, else what the caller accepts. */
    static Format of(ServerRequest request, @Nullable String name) {
        if (name == null) {
            var chosen = TYPES.choose(request);
            return Arrays.stream(values())
                    .filter(one -> one.type.equals(chosen))
                    .findFirst()
                    .orElseThrow();
        }
        return Arrays.stream(values())
                .filter(one -> one.named().equals(name))
                .findFirst()
                .orElseThrow(() -> new QueryException(
                        "format",
                        "one of " + Stream.of(values()).map(Format::named).collect(Collectors.joining(", "))));
    }
}
