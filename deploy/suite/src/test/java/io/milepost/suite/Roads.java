package io.milepost.suite;

import de.siegmar.fastcsv.reader.CsvReader;
import io.milepost.suite.year.Expected;
import io.milepost.suite.year.Question;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers to questions by the roads on which figures leave the suite, each read as its readers read it. */
final class Roads implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST = 255;

    /** What a row of a dataset is worth, where that is told apart by its own name. */
    private static final Map<String, String> WORTH = Map.of(
            "lead", "expected_amount",
            "instalment", "amount_amount",
            "receipt", "amount_amount",
            "unit", "price_amount",
            "unit_sale", "paid_amount");

    private final HttpClient http;
    private final URI reporting;
    private final Function<String, String> tokens;
    private final Connection mart;

    /**
     * @param tokens by role
     * @param mart address, user and password, as reporting-service is told them
     */
    Roads(HttpClient http, URI reporting, Function<String, String> tokens, Map<String, String> mart)
            throws SQLException {
        this.http = http;
        this.reporting = reporting;
        this.tokens = tokens;
        this.mart = DriverManager.getConnection(
                mart.get("MILEPOST_MART_URI"), mart.get("MILEPOST_MART_USER"), mart.get("MILEPOST_MART_PASSWORD"));
    }

    /** Figures that the answer to a question has. */
    static Set<String> figures(Question question) {
        return switch (question.road()) {
            case JSON, CSV, NDJSON -> question.report().figures().keySet();
            case SQL -> Set.copyOf(question.report().summed());
            case ODATA -> Set.of(Expected.ROWS, Expected.WORTH);
        };
    }

    /** Figures under the keys that they have on a road: a spreadsheet's formula has a guard, and SQL cuts long texts. */
    static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> shown(
            Question.Road road, Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> figures) {
        if (road != Question.Road.CSV && road != Question.Road.SQL) {
            return figures;
        }
        var shown = new LinkedHashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        figures.forEach((key, row) -> {
            var keys = new ArrayList<@Nullable String>();
            key.forEach(text -> keys.add(text == null ? null : road == Question.Road.CSV ? guarded(text) : cut(text)));
            shown.put(keys, row);
        });
        return shown;
    }

    private static String guarded(String text) {
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String cut(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…" : text;
    }

    /** @param seen position that the answer has to know of, {@code lead=42,opportunity=17} */
    Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answer(Question question, String seen) {
        return switch (question.road()) {
            case JSON ->
                rows(question, JSON.readTree(get(question.path(), seen)).path("rows"));
            case NDJSON -> {
                var lines = JSON.createArrayNode();
                get(question.path() + "&format=ndjson", seen).lines().forEach(line -> lines.add(JSON.readTree(line)));
                yield rows(question, lines);
            }
            case CSV -> csv(question, get(question.path() + "&format=csv", seen));
            case SQL -> sql(question);
            case ODATA -> odata(question, seen);
        };
    }

    private static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> rows(
            Question question, JsonNode rows) {
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        for (var row : rows) {
            put(
                    answer,
                    question,
                    name -> row.path(name).isNull() ? null : row.required(name).asString());
        }
        return answer;
    }

    private static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> csv(Question question, String text) {
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> put(answer, question, row::getField));
            return answer;
        } catch (IOException e) {
            throw new AssertionError("a text is closed", e);
        }
    }

    private static void put(
            Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answer,
            Question question,
            Function<String, @Nullable String> row) {
        var names = new ArrayList<String>();
        if (question.bucket() != null) {
            names.add(question.bucket());
        }
        names.addAll(question.by());
        if (question.report().isMoney()) {
            names.add("currency");
        }
        var figures = new LinkedHashMap<String, @Nullable BigDecimal>();
        question.report().figures().keySet().forEach(name -> figures.put(name, number(row.apply(name))));
        if (answer.put(key(names, row), figures) != null) {
            throw new AssertionError("two rows of one key: " + figures);
        }
    }

    private static List<@Nullable String> key(List<String> names, Function<String, @Nullable String> row) {
        var key = new ArrayList<@Nullable String>();
        names.forEach(name -> key.add(nothing(row.apply(name))));
        return key;
    }

    private static @Nullable String nothing(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return nothing(text) == null ? null : new BigDecimal(text);
    }

    private Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> sql(Question question) {
        var report = question.report();
        var names = new ArrayList<>(question.by());
        if (report.isMoney()) {
            names.add("currency");
        }
        var columns =
                new ArrayList<>(names.stream().map(name -> name + "::text").toList());
        var values = new ArrayList<String>();
        for (var figure : report.summed()) {
            columns.add(
                    report.period()
                            ? "sum(%1$s) filter (where %1$s_on between '%2$s' and '%3$s')"
                                    .formatted(figure, question.from(), question.to())
                            : "sum(%s)".formatted(figure));
        }
        var conditions = new ArrayList<>(List.of("true"));
        if (report.needed() != null) {
            conditions.add(report.needed() + " is not null");
        }
        question.where().forEach((name, value) -> {
            conditions.add(name + "::text = ?");
            values.add(value);
        });
        var groups = names.isEmpty() ? "" : " group by " + String.join(", ", names);
        var statement = "select %s from mart.%s where %s%s"
                .formatted(
                        String.join(", ", columns),
                        report.dataset() + (report.period() ? "_current" : "_asof('%s')".formatted(question.to())),
                        String.join(" and ", conditions),
                        groups);
        try (var select = mart.prepareStatement(statement)) {
            for (int at = 0; at < values.size(); at++) {
                select.setString(at + 1, values.get(at));
            }
            var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    var key = new ArrayList<@Nullable String>();
                    for (int at = 1; at <= names.size(); at++) {
                        key.add(nothing(found.getString(at)));
                    }
                    var figures = new LinkedHashMap<String, @Nullable BigDecimal>();
                    for (int at = 0; at < report.summed().size(); at++) {
                        figures.put(report.summed().get(at), found.getBigDecimal(names.size() + at + 1));
                    }
                    answer.put(key, figures);
                }
            }
            return answer;
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** All rows of the day, added up by who reads them. */
    private Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> odata(Question question, String seen) {
        var dataset = question.report().dataset();
        var worth = WORTH.getOrDefault(dataset, "value_amount");
        var names = new ArrayList<>(question.by());
        names.add("currency");
        var conditions = new ArrayList<String>();
        if (question.report().needed() != null) {
            conditions.add(question.report().needed() + " ne null");
        }
        if (!question.where().isEmpty()) {
            conditions.add(question.filter());
        }
        var next = "/odata/v1/%s?asOf=%s&$select=%s,%s%s"
                .formatted(
                        dataset,
                        question.to(),
                        String.join(",", names),
                        worth,
                        conditions.isEmpty()
                                ? ""
                                : "&$filter="
                                        + URLEncoder.encode(String.join(" and ", conditions), StandardCharsets.UTF_8));
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        while (!next.isEmpty()) {
            var page = JSON.readTree(get(next, seen));
            for (var row : page.path("value")) {
                var of = answer.computeIfAbsent(
                        key(
                                names,
                                name -> row.path(name).isNull()
                                        ? null
                                        : row.required(name).asString()),
                        _ -> new HashMap<>());
                of.merge(Expected.ROWS, BigDecimal.ONE, BigDecimal::add);
                of.merge(Expected.WORTH, new BigDecimal(row.path(worth).asString("0")), BigDecimal::add);
            }
            next = page.path("@odata.nextLink").asString("").replaceFirst("^https?://[^/]+", "");
        }
        return answer;
    }

    /** Asked again while it is told to come back. */
    private String get(String path, String seen) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var response = send(path, seen);
            if (response.statusCode() == 200) {
                return response.body();
            }
            if ((response.statusCode() != 429 && response.statusCode() != 503) || System.nanoTime() > deadline) {
                throw new AssertionError("%s answered %d %s".formatted(path, response.statusCode(), response.body()));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private HttpResponse<String> send(String path, String seen) {
        var request = HttpRequest.newBuilder(URI.create(reporting + path.replace(" ", "%20")))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.apply("ANALYST"))
                .header("Milepost-Min-Position", seen)
                .GET()
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws SQLException {
        mart.close();
    }
}
