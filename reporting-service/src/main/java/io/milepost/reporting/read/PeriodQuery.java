package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of a report about what happened in a period, and what has become of it by a day.
 *
 * @param asOf the end of this day in the deployment's zone: nothing later is known
 * @param from the period begins at the end of this day; null for the beginning of all
 * @param to it ends at the end of this day, not after asOf
 * @param groupBy null for totals alone
 */
public record PeriodQuery<G extends Enum<G>>(
        LocalDate asOf,
        @Nullable LocalDate from,
        LocalDate to,
        @Nullable G groupBy) implements Asked {

    /**
     * Reads a request.
     *
     * @param today the latest day that can be asked about, and the one that is meant when none is named
     */
    public static <G extends Enum<G>> PeriodQuery<G> of(ServerRequest request, Class<G> groupings, LocalDate today) {
        RequestReader.onlyParameters(request, "asOf", "from", "to", "groupBy");
        LocalDate asOf = Parameters.day(request, "asOf", today).orElse(today);
        LocalDate to = Parameters.day(request, "to", today).orElse(asOf);
        LocalDate from = Parameters.day(request, "from", today).orElse(null);
        if (to.isAfter(asOf)) {
            throw RequestReader.invalidParameter("to", "a day not after asOf, " + asOf);
        }
        if (from != null && to.isBefore(from)) {
            throw RequestReader.invalidParameter("from", "a day not after to, " + to);
        }
        return new PeriodQuery<>(
                asOf, from, to, Parameters.choice(request, "groupBy", groupings).orElse(null));
    }

    /** Whether the day is in the period. */
    public boolean in(LocalDate day) {
        return (from == null || day.isAfter(from)) && !day.isAfter(to);
    }

    @Override
    public void write(ObjectNode body) {
        body.put("asOf", asOf.toString())
                .put("from", from == null ? null : from.toString())
                .put("to", to.toString());
    }
}
