package io.milepost.leads.followuppolicy;

import static io.milepost.leads.followuppolicy.FollowUpPolicy.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.Deadlines;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.decision.SelfIdentified;
import io.milepost.platform.value.Codes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How soon the leads of a business unit are followed up, in versions. Its id follows from the name of the unit, so that whoever
 * registers a lead finds it by that. A lead keeps the version under which it was registered.
 *
 * @param businessUnit {@link #STANDARD} for leads of no unit
 * @param versions from the first on; the last one is in force
 */
public record FollowUpPolicy(String businessUnit, List<Deadlines> versions) {
    static final Decider<FollowUpPolicy, Command, Event> DECIDER =
            new Decider<>(FollowUpPolicy::decide, FollowUpPolicy::begin, FollowUpPolicy::evolve);

    /** Whose policy is that of all leads without a unit of their own. */
    public static final String STANDARD = "standard";

    private static final int LONGEST = 365;
    private static final int LONGEST_SLEEP = 3650;

    /**
     * What binds the leads that are registered for the unit from now on. What is absent is as the standard policy has it.
     *
     * @param firstContactDays until somebody has to act for the first time, from 1 to 365
     * @param nextActionDays until the next action, where nobody says otherwise, from 1 to 365
     * @param dormantAfterDays after a missed action, when the lead falls dormant, from 1 to 3650
     */
    public record PublishFollowUpPolicy(
            String businessUnit,
            @Nullable Integer firstContactDays,
            @Nullable Integer nextActionDays,
            @Nullable Integer dormantAfterDays)
            implements SelfIdentified {
        @Override
        public UUID entityId() {
            return idOf(businessUnit);
        }
    }

    /** What may be asked of a published policy. */
    public sealed interface Command {}

    /** The next version, for leads that are registered from now on. What is absent stays as it is. */
    public record ReviseFollowUpPolicy(
            @Nullable Integer firstContactDays,
            @Nullable Integer nextActionDays,
            @Nullable Integer dormantAfterDays) implements Command {}

    public sealed interface Event {}

    public record FollowUpPolicyPublished(String businessUnit, Deadlines days, String publishedBy) implements Event {}

    public record FollowUpPolicyRevised(int version, Deadlines days, String revisedBy) implements Event {}

    public enum No implements Refusal {
        ID_NOT_OF_UNIT(rule("the id of a follow-up policy follows from its business unit; leave it out")),
        DAYS_UNFIT(rule("a first or next action is due within 1 to 365 days, and a lead sleeps after 1 to 3650"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** The standard policy's version in force, from which another begins. */
    record Standard(Deadlines days) {}

    public FollowUpPolicy {
        versions = List.copyOf(versions);
    }

    /** The policy of this unit, in whatever spelling. */
    public static UUID idOf(String businessUnit) {
        return UUID.nameUUIDFromBytes(
                ("follow-up-policy " + Codes.canonical(businessUnit)).getBytes(StandardCharsets.UTF_8));
    }

    /** Number of the version in force. */
    public int version() {
        return versions.size();
    }

    public Deadlines inForce() {
        return versions.getLast();
    }

    static Decision<Event> publish(PublishFollowUpPolicy publish, Occasion occasion) {
        var model = occasion.read(Standard.class).map(Standard::days).orElse(Deadlines.STANDARD);
        var days = adapted(model, publish.firstContactDays(), publish.nextActionDays(), publish.dormantAfterDays());
        return plausible(
                        check().text("/businessUnit", publish.businessUnit())
                                .that(occasion.id().equals(publish.entityId()), "/id", ID_NOT_OF_UNIT),
                        days)
                .accept(() -> new FollowUpPolicyPublished(
                        publish.businessUnit(), days, occasion.who().name()));
    }

    static Decision<Event> decide(FollowUpPolicy policy, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseFollowUpPolicy(var first, var next, var dormant) -> {
                var days = adapted(policy.inForce(), first, next, dormant);
                yield days.equals(policy.inForce())
                        ? unchanged()
                        : plausible(check(), days)
                                .accept(() -> new FollowUpPolicyRevised(
                                        policy.version() + 1,
                                        days,
                                        occasion.who().name()));
            }
        };
    }

    static FollowUpPolicy begin(Event first) {
        var published = (FollowUpPolicyPublished) first;
        return new FollowUpPolicy(published.businessUnit(), List.of(published.days()));
    }

    static FollowUpPolicy evolve(FollowUpPolicy policy, Event event) {
        return switch (event) {
            case FollowUpPolicyPublished _ -> policy;
            case FollowUpPolicyRevised(var _, var days, var _) ->
                new FollowUpPolicy(
                        policy.businessUnit(),
                        Stream.concat(policy.versions().stream(), Stream.of(days))
                                .toList());
        };
    }

    private static Deadlines adapted(
            Deadlines model, @Nullable Integer first, @Nullable Integer next, @Nullable Integer dormant) {
        return new Deadlines(
                first == null ? model.firstContact() : first,
                next == null ? model.nextAction() : next,
                dormant == null ? model.dormantAfter() : dormant);
    }

    private static Checks plausible(Checks checks, Deadlines days) {
        return checks.that(isWithin(days.firstContact(), LONGEST), "/firstContactDays", DAYS_UNFIT)
                .that(isWithin(days.nextAction(), LONGEST), "/nextActionDays", DAYS_UNFIT)
                .that(isWithin(days.dormantAfter(), LONGEST_SLEEP), "/dormantAfterDays", DAYS_UNFIT);
    }

    private static boolean isWithin(int days, int most) {
        return days >= 1 && days <= most;
    }
}
