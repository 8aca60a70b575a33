package io.milepost.leads.followuppolicy;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.leads.followuppolicy.FollowUpPolicy.*;
import io.milepost.leads.kernel.Deadlines;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Usual;
import java.util.List;
import java.util.stream.IntStream;

/** The follow-up policy's commands and events, with paths, roles and names. Who puts a sales process in force does so with this. */
public final class FollowUpPolicyCatalogue {

    public static final Catalogue<FollowUpPolicy, Command, Event> FOLLOW_UP_POLICY = Catalogue.of(
                    "follow-up-policy", "follow-up-policies", FollowUpPolicy.DECIDER)
            .creates(PublishFollowUpPolicy.class, FollowUpPolicy::publish, QA)
            .reads(
                    PublishFollowUpPolicy.class,
                    FollowUpPolicyCatalogue::itself,
                    (_, _) -> FollowUpPolicy.idOf(FollowUpPolicy.STANDARD),
                    Standard.class,
                    policy -> new Standard(policy.inForce()))
            .command(ReviseFollowUpPolicy.class, QA)
            .event(FollowUpPolicyPublished.class, "follow-up-policy.published", 1)
            .event(FollowUpPolicyRevised.class, "follow-up-policy.revised", 1)
            .open()
            .refusals(No.class, Usual.TEXT_MISSING)
            .view(View.class, View::of);

    private FollowUpPolicyCatalogue() {}

    private static Catalogue<FollowUpPolicy, ?, ?> itself() {
        return FOLLOW_UP_POLICY;
    }

    /**
     * What a read shows.
     *
     * @param status PUBLISHED, the only one so far
     * @param version the one under which leads are registered now
     * @param versions all that there were, under which leads may be followed up still
     */
    public record View(
            String status, String businessUnit, int version, Deadlines days, List<FollowUpVersion> versions) {
        static View of(FollowUpPolicy policy) {
            var versions = policy.versions();
            return new View(
                    "PUBLISHED",
                    policy.businessUnit(),
                    policy.version(),
                    policy.inForce(),
                    IntStream.range(0, versions.size())
                            .mapToObj(index -> new FollowUpVersion(index + 1, versions.get(index)))
                            .toList());
        }
    }

    public record FollowUpVersion(int version, Deadlines days) {}
}
