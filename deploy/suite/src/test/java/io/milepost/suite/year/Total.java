package io.milepost.suite.year;

import io.milepost.suite.year.Figure.Statistic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was added up for one figure of one row. */
final class Total {
    private final @Nullable Exchange exchange;
    private final Map<Slot, BigDecimal> amounts = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();
    private final List<Long> days = new ArrayList<>();
    private int shares;
    private int known;

    /** What is exchanged at one rate. */
    private record Slot(@Nullable String currency, LocalDate since) {}

    /** @param exchange of amounts; null where each stays in its currency */
    Total(@Nullable Exchange exchange) {
        this.exchange = exchange;
    }

    /** @param on the day of whose rates an amount is taken */
    void add(Row row, Row.Share share, LocalDate on) {
        shares++;
        if (share.known()) {
            known++;
            var slot = exchange == null ? new Slot(null, LocalDate.MIN) : new Slot(row.currency(), exchange.since(on));
            amounts.merge(slot, share.amount(), BigDecimal::add);
        }
    }

    void addSubject(String subject) {
        subjects.add(subject);
    }

    void addDays(long many) {
        days.add(many);
    }

    /** Whether something is there of which nobody could know anything. */
    boolean isUnknown() {
        return shares > 0 && known == 0;
    }

    /** Exactly. */
    BigDecimal amount() {
        if (!subjects.isEmpty()) {
            return BigDecimal.valueOf(subjects.size());
        }
        var sum = BigDecimal.ZERO;
        for (var one : amounts.entrySet()) {
            sum = sum.add(
                    exchange == null
                            ? one.getValue()
                            : exchange.worth(
                                    one.getValue(),
                                    one.getKey().currency(),
                                    one.getKey().since()));
        }
        return sum;
    }

    @Nullable
    BigDecimal days(Statistic statistic) {
        if (days.isEmpty()) {
            return null;
        }
        var sorted = days.stream().sorted().toList();
        int many = sorted.size();
        return switch (statistic) {
            case MEDIAN ->
                BigDecimal.valueOf(sorted.get((many - 1) / 2) + sorted.get(many / 2))
                        .divide(BigDecimal.TWO, 1, RoundingMode.HALF_UP);
            case P90 -> BigDecimal.valueOf(sorted.get((9 * many + 9) / 10 - 1));
            case MAX -> BigDecimal.valueOf(sorted.getLast());
        };
    }
}
