package io.milepost.suite.year;

import io.milepost.suite.year.Question.Road;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Asks at random.
 *
 * @param happened of which values are asked for, and moments at which it was known
 * @param first the first day that is asked about
 * @param last the last one
 * @param heads of the log that the rows of a part of a report come from
 */
public record Asking(
        Random random, Happened happened, LocalDate first, LocalDate last, ToLongFunction<Report.Part> heads) {

    /** What is asked for in a filter; other texts have tests of their own. */
    private static final String ASKED_FOR = "[\\p{L}\\p{N}()][\\p{L}\\p{N} ()_.:-]{0,99}";

    public Question of(Report report) {
        var road = any(List.of(Road.values()));
        var known = random.nextInt(5) == 0 && !happened.facts().isEmpty() ? known(report) : null;
        boolean plain = (known != null && (known.position() != null || road == Road.SQL))
                || (road == Road.SQL && report.period());
        var names = new ArrayList<>(report.by().stream()
                .filter(name -> !plain || !Report.LOOKED_UP.contains(name))
                .toList());
        Collections.shuffle(names, random);
        var by = List.copyOf(names.subList(0, random.nextInt(Math.min(4, names.size() + 1))));
        var one = day();
        var other = day();
        return new Question(
                report,
                by,
                road.isReport() && random.nextInt(3) == 0 ? any(List.of("month", "quarter", "year")) : null,
                where(report, names.subList(0, Math.min(names.size(), random.nextInt(3)))),
                one.isBefore(other) ? one : other,
                one.isBefore(other) ? other : one,
                road,
                known,
                road.isReport() && report.isMoney() && (known == null || known.at() != null) && random.nextInt(3) == 0
                        ? into()
                        : null);
    }

    private Map<String, String> where(Report report, List<String> names) {
        var where = new LinkedHashMap<String, String>();
        Function<String, List<String>> values = name -> Expected.values(report, happened, name).stream()
                .filter(value -> value.matches(ASKED_FOR))
                .toList();
        for (var name : names) {
            var some = values.apply(name);
            if (!some.isEmpty()) {
                where.put(name, any(some));
            }
        }
        return where;
    }

    /** A position, where all is of one log, or the time at which something was recorded. */
    private @Nullable Known known(Report report) {
        long head = heads.applyAsLong(report.parts().getFirst());
        if (report.parts().size() == 1 && head > 1 && random.nextBoolean()) {
            return new Known(1 + random.nextLong(head), null);
        }
        return new Known(null, any(happened.facts()).recorded());
    }

    /** Rates are there into euros alone. */
    private Into into() {
        return new Into(random.nextInt(6) == 0 ? "USD" : "EUR", random.nextBoolean() ? day() : null);
    }

    private LocalDate day() {
        return first.plusDays(random.nextLong(last.toEpochDay() - first.toEpochDay() + 1));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
