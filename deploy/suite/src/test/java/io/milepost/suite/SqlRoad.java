package io.milepost.suite;

import io.milepost.suite.year.Known;
import io.milepost.suite.year.Question;
import io.milepost.suite.year.Report;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody finds who adds up the rows of the views. */
final class SqlRoad implements AutoCloseable {
    private final Connection mart;
    private final Map<String, Set<String>> columns = new HashMap<>();

    /** @param settings address, user and password, as reporting-service is told them */
    SqlRoad(Map<String, String> settings) throws SQLException {
        this.mart = DriverManager.getConnection(
                settings.get("MILEPOST_MART_URI"),
                settings.get("MILEPOST_MART_USER"),
                settings.get("MILEPOST_MART_PASSWORD"));
    }

    /** Of each dataset the stocks of the last day and what happened in the period, put beside each other. */
    Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answer(Question question) {
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        for (var of : question.report().parts()) {
            for (boolean stocks : List.of(true, false)) {
                var sums = of.sums(stocks);
                if (!sums.isEmpty()) {
                    add(question, of, sums, stocks, answer);
                }
            }
        }
        return answer;
    }

    private void add(
            Question question,
            Report.Part of,
            List<String> sums,
            boolean stocks,
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answer) {
        var names = new ArrayList<>(question.by());
        if (question.report().isMoney()) {
            names.add("currency");
        }
        var selected =
                new ArrayList<>(names.stream().map(name -> name + "::text").toList());
        sums.forEach(sum -> selected.add(sum(question, of, sum, stocks)));
        var conditions = new ArrayList<>(List.of(standing(question, stocks)));
        if (of.only() != null) {
            conditions.add(of.only().sql());
        }
        question.where().keySet().forEach(name -> conditions.add(name + "::text = ?"));
        var statement = "select %s from mart.%s where %s%s"
                .formatted(
                        String.join(", ", selected),
                        of.dataset() + view(question, stocks),
                        String.join(" and ", conditions),
                        names.isEmpty() ? "" : " group by " + String.join(", ", names));
        try (var select = mart.prepareStatement(statement)) {
            int number = 0;
            for (var value : question.where().values()) {
                select.setString(++number, value);
            }
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var key = new ArrayList<@Nullable String>();
                    for (int at = 1; at <= names.size(); at++) {
                        key.add(Roads.nothing(found.getString(at)));
                    }
                    var figures = answer.computeIfAbsent(key, _ -> new LinkedHashMap<>());
                    for (int at = 0; at < sums.size(); at++) {
                        figures.put(sums.get(at), found.getBigDecimal(names.size() + at + 1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static String view(Question question, boolean stocks) {
        if (question.known() != null) {
            return "_history";
        }
        return stocks ? "_asof('%s')".formatted(question.to()) : "_current";
    }

    /** What happened counts where it happened as it is known; a history says itself what was believed, and when it was so. */
    private static String standing(Question question, boolean stocks) {
        var known = question.known();
        if (known == null) {
            return "true";
        }
        var so = stocks
                ? "valid_from <= '%1$s' and valid_to > '%1$s'".formatted(question.to())
                : "valid_to = '9999-12-31'";
        return "%s and %s".formatted(so, believed(known));
    }

    private static String believed(Known known) {
        return known.at() == null
                ? "event_position <= %1$s and (until_position is null or until_position > %1$s)"
                        .formatted(known.position())
                : "known_from <= '%1$s' and known_to > '%1$s'".formatted(known.at());
    }

    private String sum(Question question, Report.Part of, String sum, boolean stocks) {
        if (!stocks) {
            return "sum(%1$s) filter (where %1$s_on between '%2$s' and '%3$s')"
                    .formatted(sum, question.from(), question.to());
        }
        boolean since = question.known() != null && columns(of.dataset()).contains(sum + "_since");
        return since
                ? "sum(%1$s) filter (where %1$s_since is null or %1$s_since <= '%2$s')".formatted(sum, question.to())
                : "sum(%s)".formatted(sum);
    }

    private Set<String> columns(String dataset) {
        return columns.computeIfAbsent(dataset, _ -> {
            var names = new HashSet<String>();
            try (var select = mart.prepareStatement(
                    "select column_name from information_schema.columns where table_schema = 'mart' and table_name"
                            + " = ?")) {
                select.setString(1, dataset + "_history");
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        names.add(found.getString(1));
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(dataset, e);
            }
            return names;
        });
    }

    @Override
    public void close() throws SQLException {
        mart.close();
    }
}
