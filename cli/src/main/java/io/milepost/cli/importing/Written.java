package io.milepost.cli.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file writes numbers and days.
 *
 * @param decimal before the decimals
 * @param thousands between groups of three digits, or empty where there are none; a sign of a currency may then stand beside the number
 * @param dates patterns, the first that fits wins; a time of day is left out
 */
record Written(String decimal, String thousands, List<String> dates) {

    static final Written PLAIN = new Written(".", "", List.of("yyyy-MM-dd"));

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern CURRENCY_SIGN = Pattern.compile("^\\p{Sc}\\s*|\\s*\\p{Sc}$");

    Written {
        dates = List.copyOf(dates);
        dates.forEach(Written::formatter);
    }

    Optional<BigDecimal> number(String cell) {
        return Optional.of(plain(cell))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private String plain(String cell) {
        var text = cell;
        if (!thousands.isEmpty()) {
            text = CURRENCY_SIGN.matcher(text).replaceAll("");
            var digits = text.indexOf(decimal) < 0 ? text : text.substring(0, text.indexOf(decimal));
            if (digits.contains(thousands)) {
                var quoted = Pattern.quote(thousands);
                if (!digits.matches("-?\\d{1,3}(" + quoted + "\\d{3})+")) {
                    return "";
                }
                text = digits.replace(thousands, "") + text.substring(digits.length());
            }
        }
        if (decimal.equals(".")) {
            return text;
        }
        return text.contains(".") ? "" : text.replace(decimal, ".");
    }

    /** @param zone in which the day of a cell is that also says a time with its offset */
    Optional<LocalDate> day(String cell, ZoneId zone) {
        return dates.stream()
                .flatMap(pattern -> day(pattern, cell, zone).stream())
                .findFirst();
    }

    private static Optional<LocalDate> day(String pattern, String cell, ZoneId zone) {
        try {
            var parsed = formatter(pattern).parse(cell);
            return Optional.of(
                    parsed.isSupported(ChronoField.OFFSET_SECONDS) && parsed.isSupported(ChronoField.INSTANT_SECONDS)
                            ? LocalDate.ofInstant(Instant.from(parsed), zone)
                            : LocalDate.from(parsed));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** Patterns say yyyy for a year; days that no month has are refused. */
    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
