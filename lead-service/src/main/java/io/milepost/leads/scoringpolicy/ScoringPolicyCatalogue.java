package io.milepost.leads.scoringpolicy;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.scoringpolicy.ScoringPolicy.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import java.util.List;

/** The scoring policy's commands and events, with paths, roles and names. */
public final class ScoringPolicyCatalogue {

    public static final Catalogue<ScoringPolicy, Command, Event> SCORING_POLICY = Catalogue.of(
                    "scoring-policy", "scoring-policies", ScoringPolicy.DECIDER)
            .creates(PublishScoringPolicy.class, ScoringPolicy::publish, SALES_MANAGER)
            .command(ReviseScoringPolicy.class, SALES_MANAGER)
            .event(ScoringPolicyPublished.class, "scoring-policy.published", 1)
            .event(ScoringPolicyRevised.class, "scoring-policy.revised", 1)
            .open()
            .refusals(No.class, Usual.TEXT_MISSING)
            .view(View.class, policy -> new View("PUBLISHED", policy.name(), policy.version(), policy.criteria()));

    private ScoringPolicyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PUBLISHED, the only one so far
     */
    public record View(String status, String name, int version, List<Criterion> criteria) {}
}
