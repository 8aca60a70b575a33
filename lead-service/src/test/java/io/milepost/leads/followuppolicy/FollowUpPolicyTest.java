package io.milepost.leads.followuppolicy;

import static io.milepost.leads.followuppolicy.FollowUpPolicy.No.*;
import static io.milepost.leads.followuppolicy.FollowUpPolicyCatalogue.FOLLOW_UP_POLICY;
import static io.milepost.platform.catalogue.Role.QA;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.followuppolicy.FollowUpPolicy.*;
import io.milepost.leads.kernel.Deadlines;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon the leads of a business unit are followed up. */
class FollowUpPolicyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(FOLLOW_UP_POLICY);
    private static final Scenario<FollowUpPolicy, Command, Event> NONE =
            Scenario.of(FOLLOW_UP_POLICY).recording(REACHED);
    private static final Deadlines DAYS = new Deadlines(1, 14, 180);
    private static final Scenario<FollowUpPolicy, Command, Event> PRESSES =
            NONE.given(new FollowUpPolicyPublished("Presses", DAYS, "quality"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-188: a unit adopts the deadlines of the standard, or adapts some of them")
    void adopts_and_adapts() {
        NONE.when(new PublishFollowUpPolicy("Presses", null, null, null))
                .byMember("QA1")
                .then(new FollowUpPolicyPublished("Presses", new Deadlines(2, 7, 90), "QA1"));
        NONE.when(new PublishFollowUpPolicy("Presses", 5, null, null))
                .byMember("QA1")
                .then(new FollowUpPolicyPublished("Presses", new Deadlines(5, 7, 90), "QA1"));
        NONE.when(new PublishFollowUpPolicy("Presses", null, null, 30))
                .byMember("QA1")
                .reading(new Standard(DAYS))
                .then(new FollowUpPolicyPublished("Presses", new Deadlines(1, 14, 30), "QA1"));
    }

    @Test
    @DisplayName("R-188: a policy is revised in versions, of which the last is in force")
    void is_revised_in_versions() {
        var revised = PRESSES.when(new ReviseFollowUpPolicy(3, null, null))
                .byMember("QA1")
                .then(new FollowUpPolicyRevised(2, new Deadlines(3, 14, 180), "QA1"));
        assertThat(revised.state().version()).isEqualTo(2);
        assertThat(FollowUpPolicyCatalogue.View.of(revised.state()).versions())
                .extracting(FollowUpPolicyCatalogue.FollowUpVersion::days)
                .containsExactly(DAYS, new Deadlines(3, 14, 180));
        revised.when(new ReviseFollowUpPolicy(3, null, 180)).thenNothing();
        NONE.when(new ReviseFollowUpPolicy(3, 7, 90)).thenUnknown();
        PRESSES.when(new PublishFollowUpPolicy("PRESSES ", 2, 7, 90)).thenTaken();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 90, /firstContactDays",
        "366, 7, 90, /firstContactDays",
        "2, 0, 90, /nextActionDays",
        "2, 366, 90, /nextActionDays",
        "2, 7, -1, /dormantAfterDays",
        "2, 7, 3651, /dormantAfterDays"
    })
    @DisplayName("R-188: a deadline is at least a day and no longer than anybody waits")
    void refuses_unfit_days(int first, int next, int dormant, String pointer) {
        NONE.when(new PublishFollowUpPolicy("Presses", first, next, dormant)).thenRefused(DAYS_UNFIT, pointer);
        PRESSES.when(new ReviseFollowUpPolicy(first, next, dormant)).thenRefused(DAYS_UNFIT, pointer);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "365, 365, 3650"})
    @DisplayName("R-188: the shortest and the longest deadlines are taken")
    void takes_the_extremes(int first, int next, int dormant) {
        NONE.when(new PublishFollowUpPolicy("Presses", first, next, dormant))
                .by("quality")
                .then(new FollowUpPolicyPublished("Presses", new Deadlines(first, next, dormant), "quality"));
    }

    @Test
    @DisplayName("R-188: one unit has one policy, whose id follows from its name")
    void has_the_id_of_its_unit() {
        assertThat(FollowUpPolicy.idOf(" presses")).isEqualTo(FollowUpPolicy.idOf("Presses"));
        assertThat(FollowUpPolicy.idOf("Lathes")).isNotEqualTo(FollowUpPolicy.idOf("Presses"));
        NONE.when(new PublishFollowUpPolicy("Presses", 2, 7, 90))
                .to(new UUID(1, 1))
                .thenRefused(ID_NOT_OF_UNIT, "/id");
        NONE.when(new PublishFollowUpPolicy(" ", 2, 7, 90)).thenRefused(TEXT_MISSING, "/businessUnit");
    }

    @Test
    @DisplayName("R-188: who puts sales processes in force does so with deadlines, and nobody else")
    void is_for_quality_assurance() {
        for (var type : List.of(PublishFollowUpPolicy.class, ReviseFollowUpPolicy.class)) {
            assertThat(FOLLOW_UP_POLICY.command(type).roles()).containsExactly(QA);
        }
    }
}
