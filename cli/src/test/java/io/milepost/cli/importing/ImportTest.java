package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.Arguments;
import io.milepost.cli.FakeSuite;
import io.milepost.cli.FakeSuite.Commit;
import io.milepost.cli.FakeSuite.Fault;
import io.milepost.cli.JumpingClock;
import io.milepost.cli.suite.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The importer against a suite that keeps the batch contract, quiet or troubled. */
class ImportTest {
    /** Stories of the standard files, and the commands they make. */
    private static final int COMMANDS = 23;

    @TempDir
    private Path directory;

    private final FakeSuite suite = new FakeSuite();
    private final JumpingClock clock = new JumpingClock();
    private CrmFiles files;

    private record Run(int exitCode, JsonNode json, String err) {
        int rows(String file, String verdict) {
            return json.required("files").required(file).required(verdict).asInt();
        }

        List<String> findings() {
            return json.required("findings")
                    .valueStream()
                    .map(finding -> finding.required("key").asString() + " "
                            + finding.required("verdict").asString())
                    .toList();
        }
    }

    @BeforeEach
    void write() {
        files = new CrmFiles(directory);
    }

    @AfterEach
    void close() {
        suite.close();
    }

    private Run run(String... more) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var patience = new Patience(
                Duration.ofMinutes(2),
                clock,
                clock::rest,
                RandomGeneratorFactory.of("L64X128MixRandom").create(11),
                _ -> {});
        var command = new ImportCommand(patience, 3);
        var args = new ArrayList<>(suite.addresses());
        args.addAll(List.of(more));
        args.addAll(List.of("--json", directory.toString()));
        var exitCode = command.run(
                Arguments.parse(args, command.options(), command.flags()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Run(exitCode, new JsonMapper().readTree(out.toByteArray()), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void brings_every_row_into_the_suite_each_step_after_the_one_before_it() {
        var run = run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(6);
        assertThat(run.rows("products.csv", "applied")).isEqualTo(2);
        assertThat(run.json().required("commands").asInt()).isEqualTo(COMMANDS);
        assertThat(suite.log()).hasSize(COMMANDS);
        var commands = suite.log().stream().map(Commit::command).toList();
        assertThat(commands.subList(0, 5))
                .containsExactlyInAnyOrder(
                        "OpenAccount", "OpenAccount", "RegisterTeamMember", "RegisterTeamMember", "PublishPriceList");
        assertThat(commands).filteredOn("SignContract"::equals).hasSize(4);
        assertThat(suite.log())
                .filteredOn(commit -> commit.service().equals("contract"))
                .extracting(Commit::effectiveAt)
                .containsOnly("2020-04-01T00:00:00Z", "2020-04-02T00:00:00Z");
    }

    @Test
    void leaves_out_what_a_row_does_not_say() {
        run();

        var harbour = suite.log().stream()
                .map(Commit::body)
                .filter(body -> body.path("name").asString("").equals("Harbour & Sons"))
                .findFirst()
                .orElseThrow();
        assertThat(harbour.propertyNames()).containsExactlyInAnyOrder("name", "industry", "parentName");
    }

    @Test
    void a_second_run_changes_nothing() {
        run();
        var before = suite.log();

        var second = run();

        assertThat(suite.log()).isEqualTo(before).hasSize(COMMANDS);
        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("accounts.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("products.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("sales_teams.csv", "replayed")).isEqualTo(2);
        assertThat(second.rows("sales_pipeline.csv", "replayed")).isEqualTo(6);
        assertThat(second.rows("sales_pipeline.csv", "applied")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W1 | W1,Ben Cole,BigPump,Northwind,Won,2020-03-05,2020-04-01,990",
                "W2 | W2,Ben Cole,Big Pump,Harbour & Sons,Won,2020-03-06,2020-04-02,110",
                "W1 | W1,Ada Berg,BigPump,Harbour & Sons,Won,2020-03-05,2020-04-01,990",
                "W1 | W1,Ada Berg,BigPump,Northwind,Won,2020-03-05,2020-04-01,991",
                "W1 | W1,Ada Berg,BigPump,Northwind,Won,2020-03-04,2020-04-01,990",
                "W1 | W1,Ada Berg,BigPump,Northwind,Won,2020-03-05,2020-04-03,990",
                "W1 | W1,Ada Berg,BigPump,Northwind,Lost,2020-03-05,2020-04-01,0",
                "W1 | W1,Ada Berg,BigPump,Northwind,Engaging,2020-03-05,,",
                "L1 | L1,Ada Berg,Small Pump,Northwind,Won,2020-03-07,2020-05-09,100.50",
                "E1 | E1,Ben Cole,Big Pump,Northwind,Engaging,2020-06-01,,",
                "E2 | E2,Ben Cole,Big Pump,Northwind,Won,2020-06-02,2020-06-02,1000",
                "E2 | E2,Ben Cole,Big Pump,Northwind,Lost,2020-06-02,2020-06-02,",
                "E2 | E2,Ben Cole,Big Pump,Northwind,Prospecting,,,",
                "P1 | P1,Ada Berg,Big Pump,,Engaging,2020-06-02,,",
            })
    void a_changed_deal_is_reported_and_nothing_of_it_is_applied(String id, String line) {
        run();
        var before = suite.log();
        files.replaceDeal(id, line);

        var second = run();

        assertThat(second.findings()).containsExactly(id + " CHANGED");
        assertThat(second.rows("sales_pipeline.csv", "changed")).isEqualTo(1);
        assertThat(second.rows("sales_pipeline.csv", "replayed")).isEqualTo(5);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(suite.log()).isEqualTo(before);
    }

    @Test
    void changed_accounts_members_and_prices_are_reported_too() {
        run();
        var before = suite.log();
        files.write(
                "accounts.csv",
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                "Northwind,trade,1998,12.5,301,Norway,",
                "Harbour & Sons,transport,,,,,Northwind");
        files.write(
                "sales_teams.csv",
                "sales_agent,manager,regional_office",
                "Ada Berg,Carl Dahl,East",
                "Ben Cole,Dora Ek,West");

        var second = run();

        assertThat(second.findings()).containsExactly("Northwind CHANGED", "Ada Berg CHANGED");
        assertThat(suite.log()).isEqualTo(before);
    }

    @Test
    void new_rows_anywhere_in_a_grown_file_are_applied_and_the_old_ones_stay() {
        run();
        var grown = new ArrayList<>(CrmFiles.DEALS);
        grown.addFirst("N1,Ada Berg,Big Pump,Northwind,Engaging,2020-02-01,,");
        grown.add(4, "N2,Ada Berg,Big Pump,Northwind,Won,2021-02-01,2021-03-01,5");
        grown.add("N3,Ada Berg,Big Pump,,Prospecting,,,");
        files.pipeline(grown);

        var second = run();

        assertThat(second.findings()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("sales_pipeline.csv", "applied")).isEqualTo(3);
        assertThat(second.rows("sales_pipeline.csv", "replayed")).isEqualTo(6);
        assertThat(suite.log()).hasSize(COMMANDS + 2 + 5 + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "LOST_BEFORE", "LOST_AFTER", "BUSY_ITEMS"})
    void trouble_of_one_kind_at_every_other_request_ends_in_the_same_state(Fault fault) {
        var expected = quietly(CrmFiles.DEALS);
        suite.faults(request -> request % 2 == 0 ? fault : Fault.NONE);

        var run = run();

        assertThat(run.exitCode()).isZero();
        assertThat(suite.contents()).isEqualTo(expected);
        assertThat(suite.log()).hasSize(COMMANDS);
        assertThat(clock.rests()).as("the trouble did happen").isNotEmpty();
        if (fault == Fault.BUSY) {
            assertThat(clock.rests()).allMatch(rest -> rest.compareTo(Duration.ofSeconds(3)) >= 0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_mixture_of_trouble_ends_in_the_same_state(long seed) {
        var deals = CrmFiles.manyDeals(120, seed);
        var expected = quietly(deals);
        files.pipeline(deals);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var possible =
                List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.BUSY_ITEMS);
        suite.faults(_ -> {
            synchronized (random) {
                return possible.get(random.nextInt(possible.size()));
            }
        });

        var run = run();

        assertThat(run.exitCode()).as("seed %d: %s", seed, run.json()).isZero();
        assertThat(suite.contents()).as("seed %d", seed).isEqualTo(expected);
    }

    /** What a suite without trouble holds after these deals. */
    private Map<String, String> quietly(List<String> deals) {
        files.pipeline(deals);
        try (var quiet = new FakeSuite()) {
            var command = new ImportCommand();
            var args = new ArrayList<>(quiet.addresses());
            args.addAll(List.of("--json", directory.toString()));
            var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            assertThat(command.run(Arguments.parse(args, command.options(), command.flags()), nowhere, nowhere))
                    .isZero();
            return quiet.contents();
        }
    }

    @Test
    void an_import_that_broke_off_is_completed_by_the_next_run() {
        var expected = quietly(CrmFiles.DEALS);
        suite.faults(request -> request > 4 ? Fault.LOST_AFTER : Fault.NONE);

        var broken = run();

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.json().required("complete").asBoolean()).isFalse();
        assertThat(broken.json().required("failure").asString()).contains("given up after 120 s");
        assertThat(broken.err()).contains("nothing is done twice");
        assertThat(suite.log()).hasSizeLessThan(COMMANDS);

        suite.faults(_ -> Fault.NONE);
        assertThat(run().exitCode()).isZero();
        assertThat(suite.contents()).isEqualTo(expected);
    }

    @Test
    void a_refused_token_is_replaced_once() {
        suite.faults(request -> request == 3 ? Fault.UNAUTHORIZED : Fault.NONE);

        assertThat(run("--concurrency", "1").exitCode()).isZero();
        assertThat(suite.tokensGiven()).isEqualTo(2);

        suite.faults(_ -> Fault.UNAUTHORIZED);
        var refused = run("--concurrency", "1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.json().required("failure").asString()).contains("401");
        assertThat(suite.requests()).isEqualTo(2);
    }

    @Test
    void a_client_without_the_role_is_told_at_once() {
        suite.faults(_ -> Fault.FORBIDDEN);

        var run = run("--concurrency", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().required("failure").asString()).contains("403", "FORBIDDEN", "not your role");
        assertThat(clock.rests()).isEmpty();
    }

    @Test
    void a_row_that_a_service_refuses_stops_there_and_the_others_go_on() {
        suite.refuse("DraftContract", "OWNER_MISSING");

        var run = run();

        assertThat(run.findings()).containsExactly("W1 REFUSED", "W2 REFUSED");
        assertThat(run.json().required("findings").get(0).required("reason").asString())
                .contains("DraftContract", "409", "OWNER_MISSING");
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(4);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(suite.log()).noneMatch(commit -> commit.command().equals("SignContract"));
    }

    @Test
    void bad_rows_go_to_the_report_and_the_import_goes_on() throws IOException {
        files.replaceDeal("E2", "E2,Ben Cole,Big Pump,Northwind,Engaging,soon,,");
        var report = directory.resolve("report.csv");

        var run = run("--report", report.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.rows("sales_pipeline.csv", "bad")).isEqualTo(1);
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(5);
        assertThat(Files.readAllLines(report))
                .containsExactly(
                        "file,line,key,verdict,reason",
                        "sales_pipeline.csv,6,E2,BAD,engage_date is not a date as in 2017-03-31: soon");
    }

    @Test
    void a_dry_run_sends_nothing() {
        var run = run("--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(suite.requests()).isZero();
        assertThat(suite.tokensGiven()).isZero();
        assertThat(run.json()
                        .required("deals")
                        .required("Won")
                        .required("value")
                        .asString())
                .isEqualTo("1100.00");
        assertThat(run.json().required("dealsWithoutAccount").asInt()).isEqualTo(2);
    }
}
