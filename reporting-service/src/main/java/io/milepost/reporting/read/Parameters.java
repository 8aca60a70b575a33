package io.milepost.reporting.read;

import io.milepost.platform.web.RequestReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Query parameters of reports, each given at most once. */
public final class Parameters {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Parameters() {}

    public static Optional<String> one(ServerRequest request, String name) {
        List<String> values = request.queryParams().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw RequestReader.invalidParameter(name, "a single value");
        }
        // Of "?asOf" without a value the server makes a null.
        return values.isEmpty() ? Optional.empty() : Optional.of(Objects.requireNonNullElse(values.getFirst(), ""));
    }

    /**
     * A day up to the present one.
     *
     * @param today the latest day that can be asked about: of the future nothing is known
     */
    public static Optional<LocalDate> day(ServerRequest request, String name, LocalDate today) {
        return one(request, name).map(text -> day(name, text, today));
    }

    /** A value of an enumeration, written as its constant is named. */
    public static <E extends Enum<E>> Optional<E> choice(ServerRequest request, String name, Class<E> choices) {
        return one(request, name).map(text -> chosen(name, text, choices.getEnumConstants()));
    }

    private static <E extends Enum<E>> E chosen(String name, String text, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equals(text))
                .findFirst()
                .orElseThrow(() -> RequestReader.invalidParameter(
                        name, "one of " + Arrays.stream(choices).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static LocalDate day(String name, String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            // Years beyond these are written otherwise, and nothing is booked in them.
            if (!DAY.matcher(text).matches() || day.getYear() < 1) {
                throw RequestReader.invalidParameter(name, "a day like 2017-12-31, of the years 0001 to 9999");
            }
            if (day.isAfter(today)) {
                throw RequestReader.invalidParameter(name, "a day not after today, " + today);
            }
            return day;
        } catch (DateTimeParseException invalid) {
            throw RequestReader.invalidParameter(name, "a day like 2017-12-31");
        }
    }

    /** A text that says something. */
    static Optional<String> text(ServerRequest request, String name) {
        return one(request, name).map(text -> {
            if (text.isBlank()) {
                throw RequestReader.invalidParameter(name, "a text that is not empty");
            }
            return text;
        });
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
