package io.milepost.suite.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.suite.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the faults of {@link PrometheusCheck} are tried with: the rules of the repository in seconds instead of days. */
class ScaledRulesTest {

    @Test
    void windows_and_lateness_are_scaled_and_nothing_else_is_changed() {
        assertThat(Prometheus.scaled("""
            expr: |
              sum by (service) (increase(milepost_jobs_ended_total[7d])) < 1 and sum(x offset 7d) >= 0
                or max by (service) (milepost_audit_checkpoint_age_seconds) > 604800
                or max by (service) (milepost_timer_overdue_seconds) > 300
                or max by (service) (milepost_projection_lag_seconds{group=""}) > 30
                or max by (service) (milepost_inbox_parked) > 30
              for: 15m
            """)).isEqualTo("""
                expr: |
                  sum by (service) (increase(milepost_jobs_ended_total[60s])) < 1 and sum(x offset 60s) >= 0
                    or max by (service) (milepost_audit_checkpoint_age_seconds) > 60
                    or max by (service) (milepost_timer_overdue_seconds) > 5
                    or max by (service) (milepost_projection_lag_seconds{group=""}) > 3
                    or max by (service) (milepost_inbox_parked) > 30
                  for: 1s
                """);
        assertThatThrownBy(() -> Prometheus.scaled("rate(x[45m])")).hasMessageContaining("[45m");
    }

    @Test
    void no_window_of_the_rules_is_left_as_it_is() throws IOException {
        for (var file : new String[] {"recording.yaml", "alerts.yaml"}) {
            var scaled = Prometheus.scaled(
                    Files.readString(Checkout.file("deploy/prometheus/rules").resolve(file)));
            assertThat(scaled).doesNotContainPattern("(\\[|offset )\\d+[mhd]").doesNotContainPattern("for: \\d+[mh]");
        }
    }
}
