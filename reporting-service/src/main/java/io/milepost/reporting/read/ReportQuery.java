package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked of a report about one day.
 *
 * @param asOf the end of this day in the deployment's zone
 * @param groupBy null for totals alone
 * @param currency null when the caller expects only one
 */
public record ReportQuery<G extends Enum<G>>(
        LocalDate asOf, @Nullable G groupBy, @Nullable String currency) implements Asked {

    /**
     * Reads a request.
     *
     * @param today the latest day that can be asked about, and the one that is meant when none is named
     */
    public static <G extends Enum<G>> ReportQuery<G> of(ServerRequest request, Class<G> groupings, LocalDate today) {
        RequestReader.onlyParameters(request, "asOf", "groupBy", "currency");
        return new ReportQuery<>(
                Parameters.day(request, "asOf", today).orElse(today),
                Parameters.choice(request, "groupBy", groupings).orElse(null),
                Parameters.currency(request));
    }

    @Override
    public void write(ObjectNode body) {
        body.put("asOf", asOf.toString());
    }
}
