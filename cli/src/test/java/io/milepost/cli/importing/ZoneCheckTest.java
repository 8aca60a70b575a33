package io.milepost.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.cli.FakeSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A zone that is not the services' one is noticed before it moves a day. */
class ZoneCheckTest {
    @TempDir
    private Path directory;

    private ImportRuns runs;
    private FakeSuite suite;

    @BeforeEach
    void start() {
        runs = new ImportRuns(directory);
        suite = runs.suite();
    }

    @AfterEach
    void close() {
        runs.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, Asia/Shanghai",
        "America/New_York, UTC",
        "UTC, +00:01",
        // Only in summer.
        "UTC, Europe/London"
    })
    void a_day_that_begins_before_the_services_have_it_stops_the_import_before_anything_is_sent(
            String services, String zone) {
        suite.zone(services);

        var run = runs.run("--zone", zone);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().required("failure").asString())
                .contains("--zone " + zone + " is not the services' zone", "Nothing was sent");
        assertThat(suite.log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTC, America/New_York", "Asia/Shanghai, UTC"})
    void a_day_that_begins_later_than_the_services_is_the_same_day_and_the_difference_is_said(
            String services, String zone) {
        suite.zone(services);

        var run = runs.run("--zone", zone);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().required("notes").get(0).asString())
                .contains("--zone " + zone + " is not the services' zone");
    }

    @ParameterizedTest
    @CsvSource({"UTC, UTC", "Asia/Shanghai, Asia/Shanghai", "Asia/Shanghai, Asia/Taipei", "Europe/London, Europe/London"
    })
    void of_a_zone_with_the_same_days_nothing_is_said(String services, String zone) {
        suite.zone(services);

        var run = runs.run("--zone", zone);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().required("notes").isEmpty()).isTrue();
    }

    @Test
    void days_of_which_the_end_is_still_to_come_are_not_asked_about() {
        // The clock of the runs stands at the first instant of 2026.
        runs.files().replaceDeal("E1", "E1,Ben Cole,Big Pump,,Engaging,2026-01-01,,");

        assertThat(runs.run().exitCode()).isZero();
    }
}
