package io.milepost.leads.scoringpolicy;

import static io.milepost.leads.scoringpolicy.ScoringPolicy.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;

/**
 * By what leads are weighed: criteria with weights, in versions. A score names the version that it was made by.
 *
 * @param version of the criteria, from 1
 */
public record ScoringPolicy(String name, int version, List<Criterion> criteria) {
    static final Decider<ScoringPolicy, Command, Event> DECIDER =
            new Decider<>(ScoringPolicy::decide, ScoringPolicy::begin, ScoringPolicy::evolve);

    /** So many criteria can be rated without looking away. */
    private static final int MOST_CRITERIA = 50;

    private static final int HEAVIEST = 1_000;

    public record PublishScoringPolicy(
            String name, @Limit(MOST_CRITERIA) List<Criterion> criteria) {
        public PublishScoringPolicy {
            criteria = List.copyOf(criteria);
        }
    }

    /** What may be asked of a published policy. */
    public sealed interface Command {}

    /** The next version; leads that are scored keep their score until they are scored anew. */
    public record ReviseScoringPolicy(@Limit(MOST_CRITERIA) List<Criterion> criteria) implements Command {
        public ReviseScoringPolicy {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * What is rated.
     *
     * @param code by which ratings name it, once in a policy
     * @param weight from 1 to 1,000, beside those of the others
     */
    public record Criterion(String code, String name, int weight) {}

    public sealed interface Event {}

    public record ScoringPolicyPublished(String name, List<Criterion> criteria, String publishedBy) implements Event {
        public ScoringPolicyPublished {
            criteria = List.copyOf(criteria);
        }
    }

    public record ScoringPolicyRevised(int version, List<Criterion> criteria, String revisedBy) implements Event {
        public ScoringPolicyRevised {
            criteria = List.copyOf(criteria);
        }
    }

    public enum No implements Refusal {
        CRITERIA_MISSING(rule("a policy needs at least one criterion")),
        CRITERION_REPEATED(rule("a policy has each criterion once")),
        WEIGHT_UNFIT(rule("a weight is from 1 to 1,000"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public ScoringPolicy {
        criteria = List.copyOf(criteria);
    }

    static Decision<Event> publish(PublishScoringPolicy publish, Occasion occasion) {
        return checked(check().text("/name", publish.name()), publish.criteria())
                .accept(() -> new ScoringPolicyPublished(
                        publish.name(), publish.criteria(), occasion.who().name()));
    }

    static Decision<Event> decide(ScoringPolicy policy, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseScoringPolicy(var criteria) ->
                criteria.equals(policy.criteria())
                        ? unchanged()
                        : checked(check(), criteria)
                                .accept(() -> new ScoringPolicyRevised(
                                        policy.version() + 1,
                                        criteria,
                                        occasion.who().name()));
        };
    }

    static ScoringPolicy begin(Event first) {
        var published = (ScoringPolicyPublished) first;
        return new ScoringPolicy(published.name(), 1, published.criteria());
    }

    static ScoringPolicy evolve(ScoringPolicy policy, Event event) {
        return switch (event) {
            case ScoringPolicyPublished _ -> policy;
            case ScoringPolicyRevised(var version, var criteria, var _) ->
                new ScoringPolicy(policy.name(), version, criteria);
        };
    }

    private static Checks checked(Checks checks, List<Criterion> criteria) {
        var all = checks.that(!criteria.isEmpty(), "/criteria", CRITERIA_MISSING);
        var codes = new HashSet<String>();
        for (int index = 0; index < criteria.size(); index++) {
            var criterion = criteria.get(index);
            var at = "/criteria/" + index;
            all = all.text(at + "/code", criterion.code())
                    .text(at + "/name", criterion.name())
                    .that(criterion.weight() >= 1 && criterion.weight() <= HEAVIEST, at + "/weight", WEIGHT_UNFIT)
                    .that(codes.add(Codes.canonical(criterion.code())), at + "/code", CRITERION_REPEATED);
        }
        return all;
    }
}
