package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.FakeSuite;
import io.milepost.cli.FakeSuite.Commit;
import io.milepost.cli.importing.ImportRuns.Run;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run follows what changed where the files are newer than the suite, and names what it does not follow. */
class FollowingTest {
    private static final String ACCOUNTS =
            "account,sector,year_established,revenue,employees,office_location,subsidiary_of";

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
        runs.run();
    }

    @AfterEach
    void close() {
        runs.close();
    }

    private List<String> since(int commits) {
        return suite.log().stream().skip(commits).map(Commit::command).toList();
    }

    private static String reason(Run run) {
        return run.json().required("findings").get(0).required("reason").asString();
    }

    @Test
    void a_deal_that_was_won_meanwhile_is_won_here_too_and_once() {
        var before = suite.log().size();
        files.replaceDeal("E1", "E1,Ben Cole,Big Pump,Northwind,Won,2020-06-01,2020-07-15,900");
        var withAccount = runs.run();
        assertThat(withAccount.findings())
                .as("the account of a deal cannot be added later")
                .containsExactly("E1 CHANGED");
        assertThat(reason(withAccount))
                .contains("the rest of the row was followed", "accountId is nothing in the suite");

        files.replaceDeal("E2", "E2,Ben Cole,Big Pump,Northwind,Won,2020-06-02,2020-07-15,900");
        var second = runs.run();

        assertThat(second.findings()).isEmpty();
        assertThat(second.rows("sales_pipeline.csv", "applied")).isEqualTo(1);
        assertThat(since(before))
                .containsExactly(
                        "DraftContract",
                        "SignContract",
                        "SignContract",
                        "DraftContract",
                        "SignContract",
                        "SignContract");
        assertThat(suite.log().getLast().effectiveAt()).isEqualTo("2020-07-15T00:00:00Z");

        var third = runs.run();
        assertThat(third.findings()).isEmpty();
        assertThat(third.rows("sales_pipeline.csv", "applied")).isZero();
    }

    @Test
    void a_prospect_that_was_engaged_and_lost_meanwhile_goes_the_same_way() {
        var before = suite.log().size();
        files.replaceDeal("P1", "P1,Ada Berg,Big Pump,,Lost,2020-06-20,2020-07-15,0");

        var second = runs.run();

        assertThat(second.findings()).isEmpty();
        assertThat(since(before)).containsExactly("QualifyOpportunity", "CloseAsLost");
        assertThat(runs.run().rows("sales_pipeline.csv", "replayed")).isEqualTo(6);
    }

    @Test
    void a_deal_that_somebody_closed_here_later_is_named_and_kept() {
        files.replaceDeal("E2", "E2,Ben Cole,Big Pump,Northwind,Lost,2020-06-02,2020-08-01,0");
        runs.run();
        var before = suite.log();
        files.replaceDeal("E2", "E2,Ben Cole,Big Pump,Northwind,Won,2020-06-02,2020-09-01,900");

        var later = runs.run();

        assertThat(later.findings()).containsExactly("E2 CHANGED");
        assertThat(reason(later)).contains("stage is LOST in the suite and WON in the file");
        assertThat(suite.log()).isEqualTo(before);
    }

    @Test
    void an_account_that_changed_is_followed_when_the_files_say_since_when() {
        files.write(
                "accounts.csv",
                ACCOUNTS,
                "Northwind,trade,1998,12.5,301,Norway,",
                "Harbour & Sons,transport,,,,,Northwind");
        var before = suite.log().size();

        var undated = runs.run();

        assertThat(undated.findings()).containsExactly("Northwind CHANGED");
        assertThat(reason(undated))
                .isEqualTo("employees is 300 in the suite and 301 in the file; the file does not say since when");
        assertThat(suite.log()).hasSize(before);

        var dated = runs.run("--as-of", "2021-03-31");

        assertThat(dated.findings()).isEmpty();
        assertThat(dated.rows("accounts.csv", "applied")).isEqualTo(1);
        var update = suite.log().getLast();
        assertThat(update.command()).isEqualTo("UpdateProfile");
        assertThat(update.body().propertyNames()).containsExactly("employees");
        assertThat(update.effectiveAt()).isEqualTo("2021-03-31T00:00:00Z");
        assertThat(runs.run("--as-of", "2021-03-31").rows("accounts.csv", "replayed"))
                .isEqualTo(2);
    }

    @Test
    void files_that_are_older_than_what_the_suite_has_change_nothing() {
        files.write(
                "accounts.csv",
                ACCOUNTS,
                "Northwind,trade,1998,12.5,301,Norway,",
                "Harbour & Sons,transport,,,,,Northwind");
        runs.run("--as-of", "2021-03-31");
        var before = suite.log();
        files.write(
                "accounts.csv",
                ACCOUNTS,
                "Northwind,trade,1998,12.5,299,Norway,",
                "Harbour & Sons,transport,,,,,Northwind");

        var older = runs.run("--as-of", "2020-12-31");

        assertThat(older.findings()).containsExactly("Northwind CHANGED");
        assertThat(reason(older)).contains("employees is 301 in the suite and 299 in the file", "2020-12-31");
        assertThat(suite.log()).isEqualTo(before);
    }
}
