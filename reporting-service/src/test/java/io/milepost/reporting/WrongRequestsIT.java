package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that are asked for what makes no sense: a code and the parameter, never a fault. */
class WrongRequestsIT {
    private static final String[] PARAMETERS = {
        "asOf",
        "by",
        "groupBy",
        "currency",
        "from",
        "to",
        "owner",
        "where",
        "orderBy",
        "compare",
        "knownAt",
        "format",
        "rates"
    };

    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UNKNOWN_PARAMETER 400 funnel?groupBy=stage",
                "INVALID_PARAMETER 400 funnel?currency=usd",
                "INVALID_PARAMETER 400 handovers?currency=USD",
                "INVALID_PARAMETER 400 funnel?rates=then",
                "INVALID_PARAMETER 400 funnel?currency=USD&rates=2099-01-01",
                "UNKNOWN_PARAMETER 400 movement?owner=smith",
                "INVALID_PARAMETER 400 funnel?by=colour",
                "INVALID_PARAMETER 400 contracts?by=true_stage",
                "INVALID_PARAMETER 400 funnel?by=stage,stage",
                "INVALID_PARAMETER 400 funnel?by=month,quarter",
                "INVALID_PARAMETER 400 funnel?by=%00",
                "INVALID_PARAMETER 400 funnel?by=stage&by=owner",
                "INVALID_PARAMETER 400 funnel?asOf=2099-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=yesterday",
                "INVALID_PARAMETER 400 funnel?asOf=",
                "INVALID_PARAMETER 400 funnel?asOf=-9999-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=%2B999999-01-01",
                "INVALID_PARAMETER 400 funnel?asOf=+999999-01-01",
                "INVALID_PARAMETER 400 contracts?asOf=0000-01-01",
                "INVALID_PARAMETER 400 sales-milestones?asOf=2017-02-30",
                "INVALID_PARAMETER 400 closures?asOf=-999999999-01-01",
                "INVALID_PARAMETER 400 stages?from=-0001-01-01",
                "INVALID_PARAMETER 400 stages?to=10000-01-01",
                "INVALID_PARAMETER 400 movement?from=0000-12-31&to=2017-01-31",
                "INVALID_PARAMETER 400 movement?from=2017-02-01&to=2017-01-31",
                "INVALID_PARAMETER 400 movement?from=2017-02-01&to=2099-01-31",
                "INVALID_PARAMETER 400 stages?to=2017-02-01&asOf=2017-01-31",
                "INVALID_PARAMETER 400 stages?from=2017-02-01&asOf=2017-01-31",
                "INVALID_PARAMETER 400 funnel?where=owner",
                "INVALID_PARAMETER 400 funnel?where=%F0%9F%9A%80",
                "INVALID_PARAMETER 400 funnel?orderBy=size",
                "INVALID_PARAMETER 400 won?compare=month",
                "INVALID_PARAMETER 400 funnel?knownAt=yesterday",
                "INVALID_PARAMETER 400 funnel?format=xml"
            })
    void what_is_asked_wrongly_is_refused(String expected) throws Exception {
        var words = expected.split(" ", -1);
        var answer = running.get(words[2], running.parts.token(Role.ANALYST));
        assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(words[1]));
        var problem = RunningReports.JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(words[0]);
        assertThat(problem.get("detail").asString()).as("which one").containsAnyOf(PARAMETERS);
    }
}
