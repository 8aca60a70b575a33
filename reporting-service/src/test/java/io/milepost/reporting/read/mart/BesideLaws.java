package io.milepost.reporting.read.mart;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.declare.Report;
import io.milepost.reporting.read.mart.query.Answer;
import io.milepost.reporting.read.mart.query.Column;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A report that has figures of other datasets beside its own says what each of them says alone, in the same rows. */
public final class BesideLaws {
    private BesideLaws() {}

    /** The same, with each part of such reports as a report of its own, {@code name-1} and on. */
    public static Declarations apart(Declarations all) {
        var reports = new ArrayList<>(all.reports());
        for (var report : all.reports()) {
            for (int number = 1;
                    number <= report.parts().size() && report.parts().size() > 1;
                    number++) {
                var part = report.parts().get(number - 1);
                reports.add(new Report(
                        report.name() + "-" + number,
                        part.label(),
                        part.measures(),
                        part.names(),
                        part.by(),
                        part.where(),
                        part.over(),
                        part.defaults(),
                        null,
                        part.kept(),
                        List.of(),
                        List.of()));
            }
        }
        return new Declarations(all.measures(), reports);
    }

    /** Asked by anything, so often; each part is held by the laws of its own dataset besides. */
    public static void hold(Fed fed, Laws laws, String name, Random random, LocalDate first, int days, int times) {
        var report = fed.declarations.report(name).orElseThrow();
        for (int number = 1; number <= report.parts().size(); number++) {
            laws.hold(name + "-" + number, times);
        }
        int rows = 0;
        for (int time = 0; time < times; time++) {
            var groupings = new ArrayList<>(report.groupings());
            var by = new ArrayList<String>();
            for (int many = random.nextInt(3); many > 0 && !groupings.isEmpty(); many--) {
                by.add(groupings.remove(random.nextInt(groupings.size())));
            }
            LocalDate to = first.plusDays(random.nextInt(days));
            rows += same(fed, report, by, to.minusDays(random.nextInt(60)), to);
        }
        assertThat(rows).as("control: %s had rows", name).isPositive();
    }

    private static int same(Fed fed, Report report, List<String> by, LocalDate from, LocalDate to) {
        var whole = ask(fed, report.name(), by, from, to);
        var keys = whole.columns().stream()
                .filter(column -> column.additivity() == Column.Additivity.KEY)
                .map(Column::name)
                .toList();
        for (int number = 1; number <= report.parts().size(); number++) {
            var part = ask(fed, report.name() + "-" + number, keys, from, to);
            var figures = part.columns().stream()
                    .filter(column -> column.additivity() != Column.Additivity.KEY)
                    .map(Column::name)
                    .toList();
            assertThat(told(whole, keys, figures))
                    .as("%s, part %d, by %s from %s to %s", report.name(), number, keys, from, to)
                    .isEqualTo(told(part, keys, figures));
        }
        return whole.rows().size();
    }

    private static Answer ask(Fed fed, String name, List<String> by, LocalDate from, LocalDate to) {
        return fed.ask(name, "by", String.join(",", by), "from", from.toString(), "to", to.toString());
    }

    /** What is nothing has no row of its own where it stands alone. */
    private static Map<String, Map<String, String>> told(Answer answer, List<String> keys, List<String> figures) {
        var told = new TreeMap<String, Map<String, String>>();
        for (var row : answer.rows()) {
            String key = keys.stream()
                    .map(name -> String.valueOf(row.get(name)))
                    .toList()
                    .toString();
            for (String figure : figures) {
                Object value = row.get(figure);
                boolean nothing = value == null
                        || (value instanceof BigDecimal amount && amount.signum() == 0)
                        || (value instanceof BigInteger count && count.signum() == 0);
                if (!nothing) {
                    told.computeIfAbsent(key, _ -> new TreeMap<>()).put(figure, value.toString());
                }
            }
        }
        return told;
    }
}
