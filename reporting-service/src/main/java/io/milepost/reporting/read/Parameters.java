package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Query parameters of reports, each given at most once. */
final class Parameters {
    private Parameters() {}

    static Optional<String> one(ServerRequest request, String name) {
        List<String> values = request.queryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestReader.invalidParameter(name, "one value");
        }
        return values.stream().findFirst();
    }

    /** @param today the latest day that can be asked about: of the future nothing is known */
    static Optional<LocalDate> day(ServerRequest request, String name, LocalDate today) {
        return one(request, name).map(text -> day(name, text, today));
    }

    private static LocalDate day(String name, String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today)) {
                throw RequestReader.invalidParameter(name, "no day after today, " + today);
            }
            return day;
        } catch (DateTimeParseException invalid) {
            throw RequestReader.invalidParameter(name, "a day like 2017-12-31");
        }
    }

    static @Nullable String currency(ServerRequest request) {
        return one(request, "currency").map(Parameters::code).orElse(null);
    }

    private static String code(String text) {
        try {
            return Currency.getInstance(text).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw RequestReader.invalidParameter("currency", "an ISO 4217 code like EUR");
        }
    }
}
