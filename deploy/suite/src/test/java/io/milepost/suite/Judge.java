package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import io.milepost.cli.suite.Http;
import io.milepost.suite.year.Differences;
import io.milepost.suite.year.Expected;
import io.milepost.suite.year.Fact;
import io.milepost.suite.year.Happened;
import io.milepost.suite.year.Question;
import io.milepost.suite.year.Question.Road;
import io.milepost.suite.year.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plays a year, reads what the feeds tell of it, and holds answers to it. */
final class Judge implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final RunningSuite suite;
    private final Client client;
    private final HttpClient http = Http.client();
    private final Roads roads;
    private final Map<Part, Long> read = new TreeMap<>();

    /** What the feeds of all services have said so far. */
    private Happened happened = new Happened(List.of());

    Judge(RunningSuite suite) throws SQLException {
        this.suite = suite;
        this.client = new Client(suite);
        this.roads = new Roads(http, suite.uri(Part.REPORTING), client::tokenOf, suite.martEnvironment());
    }

    Happened happened() {
        return happened;
    }

    /** How far the feed that some rows come from was read. */
    long head(Report.Part of) {
        return read.getOrDefault(serviceOf(of), 0L);
    }

    /** What a report answers now. */
    Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> answer(Question question) {
        return roads.answer(question, seen());
    }

    Client client() {
        return client;
    }

    String play(String scale, int seed) {
        var arguments = Stream.concat(
                        Stream.of("year", "--scale", scale, "--seed", String.valueOf(seed)),
                        Stream.of(
                                        Map.entry("lead", Part.LEAD),
                                        Map.entry("opportunity", Part.OPPORTUNITY),
                                        Map.entry("contract", Part.CONTRACT),
                                        Map.entry("delivery", Part.DELIVERY),
                                        Map.entry("issuer", Part.LOCAL))
                                .flatMap(of -> Stream.of(
                                        "--" + of.getKey() + "-url",
                                        suite.uri(of.getValue()).toString())))
                .toList();
        var demo = new DemoCommand();
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            assertThat(demo.run(Arguments.parse(arguments, demo.options(), demo.flags()), print, print))
                    .isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The rest of each feed. */
    boolean readOn() {
        var facts = new ArrayList<>(happened.facts());
        for (var part : Part.WRITING) {
            while (true) {
                long after = read.getOrDefault(part, 0L);
                var page = client.read(part, "ANALYST", "/v1/events?limit=1000&after=" + after);
                page.path("items").forEach(event -> facts.add(Fact.of(part.shortName(), event)));
                long next = page.path("nextAfter").asLong(after);
                read.put(part, next);
                if (next == after) {
                    break;
                }
            }
        }
        boolean more = facts.size() > happened.facts().size();
        if (more) {
            happened = new Happened(facts);
        }
        return more;
    }

    String seen() {
        return read.entrySet().stream()
                .map(read -> read.getKey().shortName() + "=" + read.getValue())
                .collect(Collectors.joining(","));
    }

    private static Part serviceOf(Report.Part of) {
        return switch (of.dataset()) {
            case "opportunity", "stay", "movement" -> Part.OPPORTUNITY;
            case "lead", "target" -> Part.LEAD;
            case "handover", "closure", "closure_item", "satisfaction" -> Part.DELIVERY;
            default -> Part.CONTRACT;
        };
    }

    /** So that one question that is not answered does not hide the others. */
    List<String> differencesOrFault(Question question) {
        try {
            return differences(question);
        } catch (AssertionError fault) {
            return List.of(String.valueOf(fault.getMessage()));
        }
    }

    /** While things happen beside it, an answer may know of more than the fold: then both look again. */
    List<String> differences(Question question) {
        List<String> differences = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = roads.answer(question, seen());
            boolean nullIsZero = question.road() == Road.SQL || question.road() == Road.ODATA;
            differences = Differences.between(expected(question), answer, Roads.figures(question), nullIsZero);
            if (differences.isEmpty() || !readOn()) {
                break;
            }
        }
        return differences;
    }

    Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> expected(Question question) {
        return Roads.shown(
                question.road(),
                switch (question.road()) {
                    case ODATA -> Expected.rows(question, happened);
                    case SQL ->
                        Expected.of(
                                question,
                                happened,
                                question.report().period() ? LocalDate.now(ZoneOffset.UTC) : question.to());
                    case JSON, CSV, NDJSON, XLSX, PARQUET -> Expected.of(question, happened, question.to());
                });
    }

    @Override
    public void close() throws SQLException {
        roads.close();
        http.shutdownNow();
        client.close();
    }
}
