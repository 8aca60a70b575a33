package io.milepost.delivery.servicelevel;

import static io.milepost.delivery.servicelevel.ServiceLevel.No.*;
import static io.milepost.delivery.servicelevel.ServiceLevelCatalogue.SERVICE_LEVEL;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicelevel.ServiceLevel.*;
import io.milepost.delivery.servicelevel.ServiceLevelCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ServiceLevelTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SERVICE_LEVEL);
    private static final ServicePromise FAST = new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 0, 2);
    private static final ServicePromise SLOW = new ServicePromise(CaseKind.PROBLEM, Urgency.LOW, 2, 10);
    private static final Scenario<ServiceLevel, Command, Event> NOTHING =
            Scenario.of(SERVICE_LEVEL).recording(REACHED);
    private static final Scenario<ServiceLevel, Command, Event> PUBLISHED =
            NOTHING.given(new ServiceLevelPublished("standard", List.of(FAST), "KAP"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-165: what is promised is published in versions")
    void is_published_in_versions() {
        NOTHING.when(new PublishServiceLevel("standard", List.of(FAST)))
                .byMember("KAP")
                .then(new ServiceLevelPublished("standard", List.of(FAST), "KAP"));
        var revised = PUBLISHED
                .when(new ReviseServiceLevel(List.of(FAST, SLOW)))
                .byMember("ZOE")
                .then(new ServiceLevelRevised(2, List.of(FAST, SLOW), "ZOE"));
        revised.when(new ReviseServiceLevel(List.of(FAST, SLOW))).thenNothing();
        assertThat(SERVICE_LEVEL.view().apply(revised.state()))
                .isEqualTo(new View("PUBLISHED", "standard", 2, List.of(FAST, SLOW)));
    }

    @Test
    @DisplayName("R-165: a promise is plausible, and there is one of each kind and urgency")
    void is_checked() {
        NOTHING.when(new PublishServiceLevel(" ", List.of(FAST))).thenRefused(TEXT_MISSING, "/name");
        PUBLISHED.when(new ReviseServiceLevel(List.of())).thenRefused(PROMISES_MISSING, "/promises");
        PUBLISHED
                .when(new ReviseServiceLevel(List.of(FAST, new ServicePromise(CaseKind.PROBLEM, Urgency.HIGH, 1, 1))))
                .thenRefused(PROMISE_TWICE, "/promises/1");
        refused(-1, 2, DAYS_IMPLAUSIBLE, "answerWithin");
        refused(0, 251, DAYS_IMPLAUSIBLE, "solveWithin");
        refused(3, 2, SOLVED_BEFORE_ANSWERED, "solveWithin");
        var longest = List.of(new ServicePromise(CaseKind.REPAIR, Urgency.LOW, 250, 250));
        PUBLISHED.when(new ReviseServiceLevel(longest)).by("ann").then(new ServiceLevelRevised(2, longest, "ann"));
    }

    private static void refused(int answer, int solve, No why, String field) {
        PUBLISHED
                .when(new ReviseServiceLevel(List.of(new ServicePromise(CaseKind.REPAIR, Urgency.LOW, answer, solve))))
                .thenRefused(why, "/promises/0/" + field);
    }
}
