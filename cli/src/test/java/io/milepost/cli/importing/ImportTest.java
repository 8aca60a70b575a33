package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.cli.Failure;
import io.milepost.cli.FakeSuite;
import io.milepost.cli.FakeSuite.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an import brings into a suite that keeps the batch contract, the first time and again. */
class ImportTest {
    /** Stories of the standard files, and the commands they make. */
    private static final int COMMANDS = 25;

    @TempDir
    private Path directory;

    private ImportRuns runs;
    private FakeSuite suite;
    private CrmFiles files;

    @BeforeEach
    void start() {
        runs = new ImportRuns(directory);
        suite = runs.suite();
        files = runs.files();
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @Test
    void brings_every_row_into_the_suite_each_step_after_the_one_before_it() {
        var run = runs.run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(6);
        assertThat(run.rows("products.csv", "applied")).isEqualTo(2);
        assertThat(run.json().required("commands").asInt()).isEqualTo(COMMANDS);
        assertThat(suite.log()).hasSize(COMMANDS);
        var commands = suite.log().stream().map(Commit::command).toList();
        assertThat(commands.subList(0, 7))
                .containsExactlyInAnyOrder(
                        "OpenAccount",
                        "OpenAccount",
                        "RegisterTeamMember",
                        "RegisterTeamMember",
                        "RegisterTeamMember",
                        "RegisterTeamMember",
                        "PublishPriceList");
        assertThat(commands).filteredOn("SignContract"::equals).hasSize(4);
        assertThat(suite.log())
                .filteredOn(commit -> commit.service().equals("contract"))
                .extracting(Commit::effectiveAt)
                .containsOnly("2020-04-01T00:00:00Z", "2020-04-02T00:00:00Z");
    }

    @Test
    void leaves_out_what_a_row_does_not_say() {
        runs.run();

        var harbour = suite.log().stream()
                .map(Commit::body)
                .filter(body -> body.path("name").asString("").equals("Harbour & Sons"))
                .findFirst()
                .orElseThrow();
        assertThat(harbour.propertyNames()).containsExactlyInAnyOrder("name", "industry", "parentName");
    }

    @Test
    void a_second_run_changes_nothing() {
        runs.run();
        var before = suite.log();

        var second = runs.run();

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
        runs.run();
        var before = suite.log();
        files.replaceDeal(id, line);

        var second = runs.run();

        assertThat(second.findings()).containsExactly(id + " CHANGED");
        assertThat(second.rows("sales_pipeline.csv", "changed")).isEqualTo(1);
        assertThat(second.rows("sales_pipeline.csv", "replayed")).isEqualTo(5);
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(suite.log()).isEqualTo(before);
    }

    @Test
    void changed_accounts_members_and_prices_are_reported_too() {
        runs.run();
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

        var second = runs.run();

        assertThat(second.findings()).containsExactly("Northwind CHANGED", "Ada Berg CHANGED");
        assertThat(suite.log()).isEqualTo(before);
    }

    @Test
    void new_rows_anywhere_in_a_grown_file_are_applied_and_the_old_ones_stay() {
        runs.run();
        var grown = new ArrayList<>(CrmFiles.DEALS);
        grown.addFirst("N1,Ada Berg,Big Pump,Northwind,Engaging,2020-02-01,,");
        grown.add(4, "N2,Ada Berg,Big Pump,Northwind,Won,2021-02-01,2021-03-01,5");
        grown.add("N3,Ada Berg,Big Pump,,Prospecting,,,");
        files.pipeline(grown);

        var second = runs.run();

        assertThat(second.findings()).isEmpty();
        assertThat(second.exitCode()).isZero();
        assertThat(second.rows("sales_pipeline.csv", "applied")).isEqualTo(3);
        assertThat(second.rows("sales_pipeline.csv", "replayed")).isEqualTo(6);
        assertThat(suite.log()).hasSize(COMMANDS + 2 + 5 + 1);
    }

    @Test
    void a_row_that_a_service_refuses_stops_there_and_the_others_go_on() {
        suite.refuse("DraftContract", "OWNER_MISSING", "/owner");

        var run = runs.run();

        assertThat(run.findings()).containsExactly("W1 REFUSED", "W2 REFUSED");
        assertThat(run.json().required("findings").get(0).required("reason").asString())
                .contains("DraftContract", "409", "OWNER_MISSING");
        assertThat(run.json().required("findings").get(0).required("code").asString())
                .isEqualTo("OWNER_MISSING");
        assertThat(run.json().required("findings").get(0).required("pointer").asString())
                .isEqualTo("/owner");
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(4);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(suite.log()).noneMatch(commit -> commit.command().equals("SignContract"));
    }

    @Test
    void bad_rows_go_to_the_report_and_the_import_goes_on() throws IOException {
        files.replaceDeal("E2", "E2,Ben Cole,Big Pump,Northwind,Engaging,soon,,");
        var report = directory.resolve("report.csv");

        var run = runs.run("--report", report.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.rows("sales_pipeline.csv", "bad")).isEqualTo(1);
        assertThat(run.rows("sales_pipeline.csv", "applied")).isEqualTo(5);
        assertThat(Files.readAllLines(report))
                .containsExactly(
                        "file,line,key,verdict,reason,code,pointer",
                        "sales_pipeline.csv,6,E2,BAD,engage_date is not a date as in 2017-03-31: soon,,/engage_date");
    }

    @Test
    void a_report_that_could_not_be_written_or_would_overwrite_a_file_is_refused_before_anything_is_sent()
            throws IOException {
        for (var report : List.of(
                directory.toString(),
                directory.resolve("nowhere").resolve("report.csv").toString(),
                directory.resolve("accounts.csv").toString())) {
            assertThatThrownBy(() -> runs.run("--report", report))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("--report");
        }
        assertThat(suite.requests()).isZero();
        assertThat(Files.readString(directory.resolve("accounts.csv"))).startsWith("account,sector");
    }

    @Test
    void a_correction_is_told_once_for_each_spelling_and_is_no_finding() {
        files.pipeline(List.of(
                "A1,ADA\u00a0BERG,Big Pump,Northwind,Engaging,2020-03-05,,",
                "A2,Ada Berg,Big Pump,Northwind,engaging,2020-03-05,,",
                "A3,ADA\u00a0BERG,Big Pump,Northwind,Engaging,2020-03-05,,"));

        var run = runs.run();

        assertThat(run.exitCode()).isZero();
        var first = run.json().required("corrections").get(0);
        assertThat(first.required("given").asString()).isEqualTo("ADA\\u00a0BERG");
        assertThat(first.required("taken").asString()).isEqualTo("Ada Berg");
        assertThat(first.required("line").asInt()).isEqualTo(2);
        assertThat(first.required("rows").asInt()).isEqualTo(2);
        assertThat(run.json().required("corrections").size()).isEqualTo(2);
        assertThat(suite.log())
                .filteredOn(commit -> commit.command().equals("IdentifyOpportunity"))
                .allSatisfy(commit ->
                        assertThat(commit.body().required("owner").asString()).isEqualTo("Ada Berg"));
    }

    @Test
    void a_day_to_come_refuses_no_undated_deal() {
        files.pipeline(List.of(
                "E1,Ben Cole,Big Pump,,Engaging,2020-06-01,,",
                "E9,Ben Cole,Big Pump,,Engaging,2031-06-01,,",
                "E0,Ben Cole,Big Pump,,Engaging,0017-06-01,,",
                "P1,Ada Berg,Big Pump,,Prospecting,,,"));

        var run = runs.run();

        assertThat(run.findings()).containsExactly("E9 BAD", "E0 BAD");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.json().required("from").asString()).isEqualTo("2020-01-01");
        assertThat(run.json().required("latest").asString()).isEqualTo("2020-06-01");
        assertThat(suite.log())
                .filteredOn(commit -> commit.body().path("name").asString("").equals("Prospect P1"))
                .singleElement()
                .extracting(Commit::effectiveAt)
                .isEqualTo("2020-06-01T00:00:00Z");
    }

    @Test
    void a_dry_run_without_any_good_day_says_so_and_what_is_bad() {
        files.pipeline(List.of("E1,Ben Cole,Big Pump,,Engaging,2999-06-01,,", "P1,Ada Berg,Big Pump,,Prospecting,,,"));

        for (var run : List.of(runs.run("--dry-run"), runs.run())) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.json().required("failure").asString()).contains("no good row of a deal has a date");
            assertThat(run.findings()).containsExactly("E1 BAD");
        }
        assertThat(suite.log()).isEmpty();
    }

    @Test
    void a_dry_run_sends_nothing() {
        var run = runs.run("--dry-run");

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
