package io.milepost.suite;

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
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers to questions by the roads on which figures leave the suite, each read as its readers read it. */
final class Roads implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONGEST = 255;
    private static final int UNPROCESSABLE = 422;

    /** What a row of a dataset is worth, where that has a name of its own, or is nothing. */
    private static final Map<String, String> WORTH = Map.ofEntries(
            Map.entry("lead", "expected_amount"),
            Map.entry("instalment", "amount_amount"),
            Map.entry("receipt", "amount_amount"),
            Map.entry("stay", ""),
            Map.entry("target", "amount_amount"),
            Map.entry("unit", "price_amount"),
            Map.entry("unit_sale", "paid_amount"),
            Map.entry("closure", ""),
            Map.entry("closure_item", ""),
            Map.entry("satisfaction", ""));

    private final HttpClient http;
    private final URI reporting;
    private final Function<String, String> tokens;
    private final SqlRoad sql;

    /**
     * @param tokens by role
     * @param mart address, user and password, as reporting-service is told them
     */
    Roads(HttpClient http, URI reporting, Function<String, String> tokens, Map<String, String> mart)
            throws SQLException {
        this.http = http;
        this.reporting = reporting;
        this.tokens = tokens;
        this.sql = new SqlRoad(mart);
    }

    /** Figures that the answer to a question has. */
    static Set<String> figures(Question question) {
        return switch (question.road()) {
            case JSON, CSV, NDJSON, XLSX, PARQUET -> question.report().figures().keySet();
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
            case SQL -> sql.answer(question);
            case ODATA -> odata(question, seen);
            case JSON, CSV, NDJSON, XLSX, PARQUET -> {
                var format = question.road().name().toLowerCase(Locale.ROOT);
                var answer = get(question.path() + "&format=" + format, seen);
                yield answer.statusCode() == UNPROCESSABLE
                        ? Expected.refused(question.report())
                        : rows(question, Tables.read(question.road(), answer.body()));
            }
        };
    }

    private static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> rows(
            Question question, List<Map<String, String>> rows) {
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        rows.forEach(row -> put(answer, question, row::get));
        return answer;
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

    static @Nullable String nothing(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return nothing(text) == null ? null : new BigDecimal(text);
    }

    /** All rows of the day, added up by who reads them. */
    private Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> odata(Question question, String seen) {
        var of = question.report().parts().getFirst();
        var worth = WORTH.getOrDefault(of.dataset(), "value_amount");
        var names = new ArrayList<>(question.by());
        names.add("currency");
        var conditions = new ArrayList<String>();
        if (of.only() != null) {
            conditions.add(of.only().odata());
        }
        if (!question.where().isEmpty()) {
            conditions.add(question.filter());
        }
        var next = "/odata/v1/%s?asOf=%s%s&$select=%s%s%s"
                .formatted(
                        of.dataset(),
                        question.to(),
                        question.known() == null ? "" : "&knownAt=" + question.known(),
                        String.join(",", names),
                        worth.isEmpty() ? "" : "," + worth,
                        conditions.isEmpty()
                                ? ""
                                : "&$filter="
                                        + URLEncoder.encode(String.join(" and ", conditions), StandardCharsets.UTF_8));
        var answer = new HashMap<List<@Nullable String>, Map<String, @Nullable BigDecimal>>();
        while (!next.isEmpty()) {
            var page = JSON.readTree(get(next, seen).body());
            for (var row : page.path("value")) {
                var sums = answer.computeIfAbsent(
                        key(
                                names,
                                name -> row.path(name).isNull()
                                        ? null
                                        : row.required(name).asString()),
                        _ -> new HashMap<>());
                sums.merge(Expected.ROWS, BigDecimal.ONE, BigDecimal::add);
                sums.merge(Expected.WORTH, new BigDecimal(row.path(worth).asString("0")), BigDecimal::add);
            }
            next = page.path("@odata.nextLink").asString("").replaceFirst("^https?://[^/]+", "");
        }
        return answer;
    }

    /** Asked again while it is told to come back. */
    private HttpResponse<byte[]> get(String path, String seen) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var response = send(path, seen);
            if (response.statusCode() == 200
                    || (response.statusCode() == UNPROCESSABLE && text(response).contains("RATE_MISSING"))) {
                return response;
            }
            if ((response.statusCode() != 429 && response.statusCode() != 503) || System.nanoTime() > deadline) {
                throw new AssertionError("%s answered %d %s".formatted(path, response.statusCode(), text(response)));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(String path, String seen) {
        var request = HttpRequest.newBuilder(URI.create(reporting + path.replace(" ", "%20")))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.apply("ANALYST"))
                .header("Milepost-Min-Position", seen)
                .GET()
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
