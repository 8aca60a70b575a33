package io.milepost.reporting.read.mart.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.api.Declared;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Amounts of several currencies in one, held against their days one by one. */
class ConvertedByHandTest {
    private static final LocalDate FIRST = LocalDate.of(2017, 1, 1);

    private final Abroad abroad = new Abroad();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, Declared.in(ZoneOffset.UTC), LocalDate.of(2018, 1, 1));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName(
            "R-196: at random, what an answer says in one currency is what its rows of each currency come to by hand")
    void by_hand() {
        var random = new Random(3);
        var table = new HashMap<String, TreeMap<LocalDate, BigDecimal>>();
        for (int at = 0; at < 40; at++) {
            String from = List.of("EUR", "JPY", "KWD").get(at % 3);
            LocalDate on = at < 3 ? FIRST.minusYears(1) : FIRST.plusDays(random.nextInt(120));
            var value = new BigDecimal(random.nextInt(1, 40_000)).movePointLeft(4);
            if (table.computeIfAbsent(from, _ -> new TreeMap<>()).putIfAbsent(on, value) == null) {
                abroad.rate(from, "CHF", on.toString(), value.toPlainString(), on.toString());
            }
        }
        table.put("CHF", new TreeMap<>(Map.of(FIRST.minusYears(1), BigDecimal.ONE)));
        for (int id = 1; id <= 60; id++) {
            String currency = List.of("EUR", "JPY", "KWD", "CHF").get(random.nextInt(4));
            String amount =
                    random.nextInt(900) + Map.of("JPY", "", "KWD", ".123").getOrDefault(currency, ".07");
            abroad.signed(
                    id,
                    "owner-" + random.nextInt(3),
                    currency,
                    amount,
                    FIRST.plusDays(random.nextInt(120)).toString());
        }
        fed.take(abroad.company.events, random);
        assertThat(fed.select("select dataset from $.aside")).isEmpty();

        for (int time = 0; time < 12; time++) {
            LocalDate to = FIRST.plusDays(20 + random.nextInt(120));
            LocalDate from = to.minusDays(random.nextInt(20));
            LocalDate constant = time % 3 == 0 ? FIRST.plusDays(random.nextInt(120)) : null;
            var expected = new TreeMap<String, BigDecimal>();
            var many = new TreeMap<String, BigInteger>();
            for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
                var at = constant == null ? day : constant;
                for (var row : fed.ask("signings", "by", "owner", "from", day.toString(), "to", day.toString())
                        .rows()) {
                    var rate = table.get(row.get("currency")).floorEntry(at).getValue();
                    expected.merge(
                            row.get("owner").toString(),
                            ((BigDecimal) row.get("newly_signed_value")).multiply(rate),
                            BigDecimal::add);
                    many.merge(row.get("owner").toString(), (BigInteger) row.get("newly_signed"), BigInteger::add);
                }
            }
            var asked = new ArrayList<>(
                    List.of("by", "owner", "from", from.toString(), "to", to.toString(), "currency", "CHF"));
            if (constant != null) {
                asked.addAll(List.of("rates", constant.toString()));
            }
            if (time % 2 == 0) {
                // On a column that no rollup has: out of the rows.
                asked.addAll(List.of("where", "deal_id ne 'x'"));
            }
            assertThat(told("signings", asked.toArray(String[]::new)))
                    .as("from %s to %s at %s", from, to, constant)
                    .isEqualTo(expected.entrySet().stream()
                            .map(row -> "%s CHF %s %s"
                                    .formatted(
                                            row.getKey(),
                                            many.get(row.getKey()),
                                            row.getValue().setScale(2, RoundingMode.HALF_UP)))
                            .toList());
        }
    }

    private List<String> told(String report, String[] asked) {
        var answer = fed.ask(report, asked);
        return answer.rows().stream()
                .map(row -> answer.columns().stream()
                        .map(column -> String.valueOf(row.get(column.name())))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
