package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.FakeSuite;
import io.milepost.cli.FakeSuite.Fault;
import io.milepost.cli.JumpingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an import does when services are busy, lost, or not for it. */
class ImportTroubleTest {
    /** The commands that the standard files make. */
    private static final int COMMANDS = 25;

    @TempDir
    private Path directory;

    private ImportRuns runs;
    private FakeSuite suite;
    private JumpingClock clock;
    private CrmFiles files;

    @BeforeEach
    void start() {
        runs = new ImportRuns(directory);
        suite = runs.suite();
        files = runs.files();
        clock = runs.clock();
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSY", "LOST_BEFORE", "LOST_AFTER", "BUSY_ITEMS"})
    void trouble_of_one_kind_at_every_other_request_ends_in_the_same_state(Fault fault) {
        var expected = runs.quietly(CrmFiles.DEALS);
        suite.faults(request -> request % 2 == 0 ? fault : Fault.NONE);

        var run = runs.run();

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
        var expected = runs.quietly(deals);
        files.pipeline(deals);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var possible =
                List.of(Fault.NONE, Fault.NONE, Fault.NONE, Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.BUSY_ITEMS);
        suite.faults(_ -> {
            synchronized (random) {
                return possible.get(random.nextInt(possible.size()));
            }
        });

        var run = runs.run();

        assertThat(run.exitCode()).as("seed %d: %s", seed, run.json()).isZero();
        assertThat(suite.contents()).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void an_import_that_broke_off_is_completed_by_the_next_run() {
        var expected = runs.quietly(CrmFiles.DEALS);
        suite.faults(request -> request > 4 ? Fault.LOST_AFTER : Fault.NONE);

        var broken = runs.run();

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.json().required("complete").asBoolean()).isFalse();
        assertThat(broken.json().required("failure").asString()).contains("given up after 120 s");
        assertThat(broken.err()).contains("nothing is done twice");
        assertThat(suite.log()).hasSizeLessThan(COMMANDS);

        suite.faults(_ -> Fault.NONE);
        assertThat(runs.run().exitCode()).isZero();
        assertThat(suite.contents()).isEqualTo(expected);
    }

    @Test
    void a_batch_that_is_too_large_is_sent_in_parts_and_what_is_too_large_alone_is_refused() {
        var expected = runs.quietly(CrmFiles.DEALS);
        suite.largestBatch(1000);

        assertThat(runs.run().exitCode()).isZero();
        assertThat(suite.contents()).isEqualTo(expected);

        suite.largestBatch(10);
        var run = runs.run();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.rows("sales_pipeline.csv", "refused")).isEqualTo(6);
        assertThat(run.json().required("findings"))
                .allSatisfy(finding ->
                        assertThat(finding.required("code").asString()).isEqualTo("BODY_TOO_LARGE"));
    }

    @Test
    void a_refused_token_is_replaced_once() {
        suite.faults(request -> request == 3 ? Fault.UNAUTHORIZED : Fault.NONE);

        assertThat(runs.run("--concurrency", "1").exitCode()).isZero();
        assertThat(suite.tokensGiven()).isEqualTo(2);
    }

    @Test
    void a_client_whose_new_token_is_refused_too_is_told_so() {
        // One account, one member and the price list: the first and only chunk.
        files.write("sales_teams.csv", "sales_agent,manager,regional_office", "Ada Berg,Carl Dahl,Central");
        files.write(
                "accounts.csv",
                "account,sector,year_established,revenue,employees,office_location,subsidiary_of",
                "Northwind,,,,,,");
        suite.faults(_ -> Fault.UNAUTHORIZED);
        var refused = runs.run("--concurrency", "1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.json().required("failure").asString()).contains("401");
        assertThat(suite.requests()).isEqualTo(2);
    }

    @Test
    void a_client_without_the_role_is_told_at_once() {
        suite.faults(_ -> Fault.FORBIDDEN);

        var run = runs.run("--concurrency", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().required("failure").asString()).contains("403", "FORBIDDEN", "not your role");
        assertThat(clock.rests()).isEmpty();
    }
}
