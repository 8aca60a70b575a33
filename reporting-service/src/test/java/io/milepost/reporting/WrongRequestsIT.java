package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are asked for what makes no sense: a code and the parameter, never a fault. */
class WrongRequestsIT {
    private static final String[] PARAMETERS = {"asOf", "groupBy", "groupby", "currency", "from", "to", "owner"};

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNKNOWN_PARAMETER 400 funnel?groupby=stage",
                "INVALID_PARAMETER 400 funnel?groupBy=colour",
                "INVALID_PARAMETER 400 contracts?groupBy=stage",
                "INVALID_PARAMETER 400 funnel?asOf=2099-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=yesterday",
                "INVALID_PARAMETER 400 funnel?asOf=",
                "INVALID_PARAMETER 400 funnel?asOf=-9999-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=%2B999999-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=+999999-01-01",
                "INVALID_PARAMETER 400 contracts?asOf=0000-01-01",
                "INVALID_PARAMETER 400 milestones?asOf=2017-02-30",
                "INVALID_PARAMETER 400 closures?asOf=-999999999-01-01",
                "INVALID_PARAMETER 400 stages?from=-0001-01-01",
                "INVALID_PARAMETER 400 stages?to=10000-01-01",
                "INVALID_PARAMETER 400 movement?from=0000-12-31&to=2017-01-31",
                "INVALID_PARAMETER 400 movement?from=2017-01-31&to=2017-02-28&owner=",
                "INVALID_PARAMETER 400 movement?from=2017-01-31&to=2017-02-28&owner=%20%09",
                "INVALID_PARAMETER 400 movement?from=2017-01-31&to=2017-02-28&currency=",
                "INVALID_PARAMETER 400 funnel?currency=usd",
                "INVALID_PARAMETER 400 funnel?currency=%F0%9F%9A%80",
                "INVALID_PARAMETER 400 handovers?groupBy=",
                "INVALID_PARAMETER 400 funnel?groupBy=%00",
                "INVALID_PARAMETER 400 funnel?currency=XYZZY",
                "INVALID_PARAMETER 400 funnel?groupBy=stage&groupBy=owner",
                "INVALID_PARAMETER 400 movement?from=2017-01-31",
                "INVALID_PARAMETER 400 movement?to=2017-01-31",
                "INVALID_PARAMETER 400 movement?from=2017-02-01&to=2017-01-31",
                "INVALID_PARAMETER 400 movement?from=2017-02-01&to=2099-01-31",
                "UNKNOWN_PARAMETER 400 movement?from=2017-01-31&to=2017-01-31&groupBy=owner",
                "INVALID_PARAMETER 400 conversion?groupBy=trueStage",
                "INVALID_PARAMETER 400 stages?groupBy=stage",
                "INVALID_PARAMETER 400 stages?from=2017-02-01&to=2017-01-31",
                "INVALID_PARAMETER 400 stages?to=2017-02-01&asOf=2017-01-31",
                "INVALID_PARAMETER 400 stages?from=2017-02-01&asOf=2017-01-31",
                "UNKNOWN_PARAMETER 400 stages?currency=USD"
            })
    void what_is_asked_wrongly_is_refused(String expected) throws Exception {
        var words = expected.split(" ", -1);
        var answer = running.get(words[2], running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(words[1]));
        var problem = RunningReports.JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(words[0]);
        assertThat(problem.get("detail").asString()).as("which one").containsAnyOf(PARAMETERS);
    }

    @Test
    void the_first_and_the_last_day_of_the_calendar_can_be_told_from_others() {
        assertThat(running.report("funnel?asOf=0001-01-01")
                        .at("/totals/opportunities")
                        .asLong())
                .isZero();
        assertThat(running.report("movement?from=0001-01-01&to=2017-12-31")
                        .get("setAside")
                        .asLong())
                .isZero();
    }
}
