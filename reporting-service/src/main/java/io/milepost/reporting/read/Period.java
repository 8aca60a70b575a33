package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of a report about the time between two days.
 *
 * @param from it begins at the end of this day
 * @param to it ends at the end of this day
 * @param currency null when the caller expects only one
 * @param owner null for all
 */
public record Period(
        LocalDate from,
        LocalDate to,
        @Nullable String currency,
        @Nullable String owner) implements Asked {

    /**
     * Reads a request.
     *
     * @param today the latest day that can be asked about
     */
    public static Period of(ServerRequest request, LocalDate today) {
        RequestReader.onlyParameters(request, "from", "to", "currency", "owner");
        LocalDate from = required(request, "from", today);
        LocalDate to = required(request, "to", today);
        if (to.isBefore(from)) {
            throw RequestReader.invalidParameter("to", "a day not before from, " + from);
        }
        return new Period(
                from,
                to,
                Parameters.currency(request),
                Parameters.text(request, "owner").orElse(null));
    }

    private static LocalDate required(ServerRequest request, String name, LocalDate today) {
        return Parameters.day(request, name, today)
                .orElseThrow(() -> RequestReader.invalidParameter(name, "a day like 2017-12-31; it is required"));
    }

    @Override
    public void write(ObjectNode body) {
        body.put("from", from.toString()).put("to", to.toString());
    }
}
