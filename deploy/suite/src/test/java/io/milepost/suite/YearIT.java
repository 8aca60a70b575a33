package io.milepost.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.demo.DemoCommand;
import io.milepost.cli.suite.Http;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The year of a company is played against the running suite; then random questions are answered by reports, and by going through all
 * that happened ({@code -Dyear.scale=0.2 -Dyear.questions=1000} is the long form, {@code -Dyear.seed=7} another year).
 */
class YearIT {
    private static final String SCALE = System.getProperty("year.scale", "0.02");
    private static final int QUESTIONS = Integer.getInteger("year.questions", 150);
    private static final int SEED = Integer.getInteger("year.seed", 17);
    private static final int ATTEMPTS = 5;

    private static RunningSuite suite;
    private static Client client;
    private static HttpClient http;
    private static Roads roads;
    private static String told;

    /** What the feeds of all services have said so far. */
    private static Happened happened = new Happened(List.of());

    private static final Map<Part, Long> READ = new TreeMap<>();

    @BeforeAll
    static void the_year_is_played() throws SQLException {
        suite = RunningSuite.shared();
        client = new Client(suite);
        http = Http.client();
        roads = new Roads(http, suite.uri(Part.REPORTING), client::tokenOf, suite.martEnvironment());
        told = play();
        readOn();
    }

    @AfterAll
    static void close() throws SQLException {
        roads.close();
        http.shutdownNow();
        client.close();
    }

    private static String play() {
        var arguments = Stream.concat(
                        Stream.of("year", "--scale", SCALE, "--seed", String.valueOf(SEED)),
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
    private static boolean readOn() {
        var facts = new ArrayList<>(happened.facts());
        for (var part : Part.WRITING) {
            while (true) {
                long after = READ.getOrDefault(part, 0L);
                var page = client.read(part, "ANALYST", "/v1/events?limit=1000&after=" + after);
                page.path("items").forEach(event -> facts.add(Fact.of(part.shortName(), event)));
                long next = page.path("nextAfter").asLong(after);
                READ.put(part, next);
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

    private static String seen() {
        return READ.entrySet().stream()
                .map(read -> read.getKey().shortName() + "=" + read.getValue())
                .collect(Collectors.joining(","));
    }

    @Test
    @DisplayName("R-208: the year is played through the public API, and a second time nothing more happens")
    void the_year_is_played_once() {
        assertThat(told)
                .contains("leads, deals, contracts, money and deliveries")
                .doesNotContain("not as planned");
        var before = ofThePlay();
        assertThat(before).isPositive();
        play();
        readOn();
        assertThat(ofThePlay()).isEqualTo(before);
    }

    /** Events that only the play causes, and no clock. */
    private static long ofThePlay() {
        return happened.facts().stream()
                .filter(fact -> List.of("lead.captured", "opportunity.identified", "contract.drafted", "deposit.paid")
                        .contains(fact.name()))
                .count();
    }

    @Test
    @DisplayName("R-190 to R-192, R-195, R-199, R-200, R-203, R-208: what reports answer to random questions, on every"
            + " road, is what a fold of all events gives")
    void random_questions_are_answered_as_a_fold_answers_them() {
        var random = new Random(SEED);
        var reports = Report.all();
        var asked = new HashMap<Road, Integer>();
        var nonEmpty = 0;
        var failures = new ArrayList<String>();
        for (int number = 0; number < QUESTIONS; number++) {
            var report = reports.get(random.nextInt(reports.size()));
            var question = Question.any(
                    random,
                    report,
                    (of, name) -> Expected.values(of, happened, name),
                    firstDay(),
                    LocalDate.now(ZoneOffset.UTC),
                    headOf(report));
            var differences = differences(question);
            asked.merge(question.road(), 1, Integer::sum);
            nonEmpty += expected(question).isEmpty() ? 0 : 1;
            if (!differences.isEmpty()) {
                failures.add("question %d of seed %d: %s%n    %s"
                        .formatted(number, SEED, question, String.join("\n    ", differences)));
            }
        }
        System.out.printf("%d questions, %d with figures, by road %s%n", QUESTIONS, nonEmpty, asked);
        assertThat(failures).isEmpty();
        assertThat(asked.keySet()).as("control").containsExactlyInAnyOrder(Road.values());
        assertThat(nonEmpty).as("control: most questions have an answer").isGreaterThan(QUESTIONS / 3);
    }

    @Test
    @DisplayName(
            "R-189, R-208: GET /v1/trace/ocel is an OCEL 2.0 log of the whole year, each lead, deal and contract once,"
                    + " and nothing that points nowhere")
    void a_year_can_be_mined() {
        var log = client.read(Part.REPORTING, "ANALYST", "/v1/trace/ocel");
        assertThat(ObjectLogs.faults(log)).isEmpty();
        readOn();
        Map.of("lead", "lead.captured", "opportunity", "opportunity.identified", "contract", "contract.drafted")
                .forEach((type, begins) -> {
                    var begun = ObjectLogs.begun(happened.facts(), begins);
                    assertThat(begun).as("control: %s", begins).isNotEmpty();
                    assertThat(ObjectLogs.objects(log, type)).as(type).isEqualTo(begun);
                });
        var broken = (ObjectNode) log.deepCopy();
        ((ArrayNode) broken.path("objects")).remove(0);
        assertThat(ObjectLogs.faults(broken))
                .as("control: an object is missing")
                .isNotEmpty();
        assertThat(client.tryRead(Part.REPORTING, "ANALYST", "/v1/trace/ocel?deal=1"))
                .as("strict")
                .matches(reply -> reply instanceof Client.Reply.Answered(int status, var _, var _) && status == 400);
    }

    @ParameterizedTest(name = "{0} without {1}")
    @CsvSource({
        "funnel, opportunity.lost",
        "proven-stages, opportunity.win-probability-changed",
        "won, opportunity.won",
        "channel-sales, opportunity.identified",
        "process-success, opportunity.withdrawn",
        "lead-sources, lead.qualified",
        "contracts, contract.became-effective",
        "collections, payment-schedule.payment-received",
        "receivables-ageing, payment-schedule.instalment-became-due",
        "receipts, payment-schedule.payment-received",
        "unit-inventory, sellable-unit.deposit-taken",
        "deposit-backlog, deposit.paid",
        "waiting-handovers, handover.initiated",
    })
    @DisplayName("A figure that is not what the events give is found out")
    void a_wrong_figure_is_found_out(String name, String event) {
        var report = Report.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var question = new Question(
                report, List.of(), null, Map.of(), firstDay(), LocalDate.now(ZoneOffset.UTC), Road.JSON, null);
        assertThat(differences(question)).as("control").isEmpty();
        var without = happened.without(event);
        assertThat(without.facts())
                .as("control: it happened")
                .hasSizeLessThan(happened.facts().size());
        assertThat(Expected.differences(
                        Expected.of(question, without, question.to()),
                        roads.answer(question, seen()),
                        Roads.figures(question),
                        false))
                .isNotEmpty();
    }

    private static LocalDate firstDay() {
        return LocalDate.of(LocalDate.now(ZoneOffset.UTC).getYear() - 1, 1, 1);
    }

    private static long headOf(Report report) {
        return READ.getOrDefault(
                switch (report.dataset()) {
                    case "opportunity" -> Part.OPPORTUNITY;
                    case "lead" -> Part.LEAD;
                    case "handover" -> Part.DELIVERY;
                    default -> Part.CONTRACT;
                },
                0L);
    }

    /** While things happen beside it, an answer may know of more than the fold: then both look again. */
    private static List<String> differences(Question question) {
        List<String> differences = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = roads.answer(question, seen());
            boolean nullIsZero = question.road() == Road.SQL || question.road() == Road.ODATA;
            differences = Expected.differences(expected(question), answer, Roads.figures(question), nullIsZero);
            if (differences.isEmpty() || !readOn()) {
                break;
            }
        }
        return differences;
    }

    private static Map<List<@Nullable String>, Map<String, @Nullable BigDecimal>> expected(Question question) {
        return Roads.shown(
                question.road(),
                switch (question.road()) {
                    case ODATA -> Expected.rows(question, happened);
                    case SQL ->
                        Expected.of(
                                question,
                                happened,
                                question.report().period() ? LocalDate.now(ZoneOffset.UTC) : question.to());
                    case JSON, CSV, NDJSON -> Expected.of(question, happened, question.to());
                });
    }
}
