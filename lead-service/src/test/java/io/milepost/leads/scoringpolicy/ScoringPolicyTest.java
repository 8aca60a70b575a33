package io.milepost.leads.scoringpolicy;

import static io.milepost.leads.scoringpolicy.ScoringPolicy.No.*;
import static io.milepost.leads.scoringpolicy.ScoringPolicyCatalogue.SCORING_POLICY;
import static io.milepost.platform.decision.Usual.TEXT_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.leads.scoringpolicy.ScoringPolicy.*;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ScoringPolicyTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SCORING_POLICY);
    private static final Scenario<ScoringPolicy, Command, Event> NOBODY =
            Scenario.of(SCORING_POLICY).recording(REACHED);
    private static final Criterion SIZE = new Criterion("size", "size of the company", 3);
    private static final Criterion BUDGET = new Criterion("budget", "has a budget", 1_000);
    private static final List<Criterion> BOTH = List.of(SIZE, BUDGET);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-032: a policy has criteria with weights, and each change of them is a version")
    void is_published_and_revised() {
        var published = NOBODY.when(new PublishScoringPolicy("Presses", BOTH))
                .byMember("BOSS")
                .then(new ScoringPolicyPublished("Presses", BOTH, "BOSS"));
        published.when(new ReviseScoringPolicy(BOTH)).thenNothing();
        var revised = published
                .when(new ReviseScoringPolicy(List.of(SIZE)))
                .byMember("BOSS")
                .then(new ScoringPolicyRevised(2, List.of(SIZE), "BOSS"));
        assertThat(revised.state()).isEqualTo(new ScoringPolicy("Presses", 2, List.of(SIZE)));
        revised.when(new ReviseScoringPolicy(BOTH)).then(new ScoringPolicyRevised(3, BOTH, "someone"));
        revised.when(new PublishScoringPolicy("Presses", BOTH)).thenTaken();
        NOBODY.when(new ReviseScoringPolicy(BOTH)).thenUnknown();
    }

    @Test
    @DisplayName("R-032: what cannot be rated is no policy")
    void refuses_what_cannot_be_rated() {
        var published = NOBODY.given(new ScoringPolicyPublished("Presses", BOTH, "boss"));
        published.when(new ReviseScoringPolicy(List.of())).thenRefused(CRITERIA_MISSING, "/criteria");
        NOBODY.when(new PublishScoringPolicy(" ", BOTH)).thenRefused(TEXT_MISSING, "/name");
        NOBODY.when(new PublishScoringPolicy("x", List.of())).thenRefused(CRITERIA_MISSING, "/criteria");
        NOBODY.when(new PublishScoringPolicy("x", List.of(SIZE, new Criterion(" SIZE", "again", 1))))
                .thenRefused(CRITERION_REPEATED, "/criteria/1/code");
        NOBODY.when(new PublishScoringPolicy("x", List.of(new Criterion("", "x", 1))))
                .thenRefused(TEXT_MISSING, "/criteria/0/code");
        NOBODY.when(new PublishScoringPolicy("x", List.of(SIZE, new Criterion("x", " ", 1))))
                .thenRefused(TEXT_MISSING, "/criteria/1/name");
        for (int weight : new int[] {0, -1, 1_001}) {
            NOBODY.when(new PublishScoringPolicy("x", List.of(new Criterion("x", "x", weight))))
                    .thenRefused(WEIGHT_UNFIT, "/criteria/0/weight");
        }
        var light = List.of(new Criterion("x", "x", 1));
        NOBODY.when(new PublishScoringPolicy("x", light)).then(new ScoringPolicyPublished("x", light, "someone"));
    }
}
