package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * What is asked of a report, read strictly.
 *
 * @param asOf the end of this day in the deployment's zone
 * @param groupBy null for totals alone
 * @param currency null when the caller expects only one
 */
public record ReportQuery<G extends Enum<G>>(
        LocalDate asOf, @Nullable G groupBy, @Nullable String currency) {

    /**
     * Reads a request.
     *
     * @param today the latest day that can be asked about: of the future nothing is known
     */
    public static <G extends Enum<G>> ReportQuery<G> of(ServerRequest request, Class<G> groupings, LocalDate today) {
        RequestReader.onlyParameters(request, "asOf", "groupBy", "currency");
        return new ReportQuery<>(
                one(request, "asOf").map(text -> day(text, today)).orElse(today),
                one(request, "groupBy")
                        .map(text -> grouping(text, groupings.getEnumConstants()))
                        .orElse(null),
                one(request, "currency").map(ReportQuery::code).orElse(null));
    }

    private static Optional<String> one(ServerRequest request, String name) {
        List<String> values = request.queryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestReader.invalidParameter(name, "one value");
        }
        return values.stream().findFirst();
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today)) {
                throw RequestReader.invalidParameter("asOf", "no day after today, " + today);
            }
            return day;
        } catch (DateTimeParseException invalid) {
            throw RequestReader.invalidParameter("asOf", "a day like 2017-12-31");
        }
    }

    private static <G extends Enum<G>> G grouping(String text, G[] groupings) {
        return Arrays.stream(groupings)
                .filter(grouping -> grouping.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RequestReader.invalidParameter(
                        "groupBy",
                        "one of " + Arrays.stream(groupings).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static String code(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw RequestReader.invalidParameter("currency", "an ISO 4217 code like EUR");
        }
    }
}
