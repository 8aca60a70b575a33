package io.milepost.opportunities.stakeholder;

import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on whom a sales project depends, at the customer, at a partner or among ourselves. What is said of people is sealed.
 *
 * @param profile as said last
 * @param assessed where they stand; null until somebody has said so
 * @param ties to other stakeholders of the project, which together are the customer's network
 * @param left null while they matter
 */
public record Stakeholder(
        StakeholderRegistered registered,
        Profile profile,
        @Nullable StakeholderAssessed assessed,
        List<Tie> ties,
        @Nullable StakeholderLeft left) {
    static final Decider<Stakeholder, Command, Event> DECIDER =
            new Decider<>(Mapping::decide, Stakeholder::begin, Stakeholder::evolve);

    /** How many ties one stakeholder can have. */
    static final int MOST_TIES = 200;

    /**
     * Enters somebody into the register of a sales project.
     *
     * @param name of a person who is not one of ours
     * @param member code of one of ours
     * @param contactId the contact in the customer's account, where it is one
     */
    public record RegisterStakeholder(
            UUID salesProjectId,
            Side side,
            @Nullable String name,
            @Nullable String member,
            @Nullable UUID contactId,
            Profile profile) {}

    /** What may be asked of a registered stakeholder. */
    public sealed interface Command {}

    public record ChangeStakeholder(Profile profile) implements Command {}

    /**
     * Says where they stand.
     *
     * @param basis what that is seen by
     */
    public record AssessStakeholder(
            Stance stance,
            Trust trust,
            @Nullable @Limit(Limit.NOTE) String basis) implements Command {}

    /** Says how they are tied to another stakeholder of the same project. */
    public record TieStakeholder(UUID otherId, Nature nature) implements Command {}

    public record UntieStakeholder(UUID otherId, Nature nature) implements Command {}

    /** They do not matter any more, as where they have another job. */
    public record MarkStakeholderLeft(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {
        UUID salesProjectId();
    }

    public record StakeholderRegistered(
            UUID salesProjectId,
            String projectOwner,
            Side side,
            @Nullable String name,
            @Nullable String member,
            @Nullable UUID contactId,
            Influence influence,
            @Nullable String position,
            @Nullable String needs,
            @Nullable String expectations)
            implements Event {}

    public record StakeholderChanged(
            UUID salesProjectId,
            Influence influence,
            @Nullable String position,
            @Nullable String needs,
            @Nullable String expectations)
            implements Event {}

    public record StakeholderAssessed(
            UUID salesProjectId,
            Stance stance,
            Trust trust,
            @Nullable String basis,
            LocalDate assessedOn,
            String assessedBy)
            implements Event {}

    public record StakeholderTied(UUID salesProjectId, UUID otherId, Nature nature) implements Event {}

    public record StakeholderUntied(UUID salesProjectId, UUID otherId, Nature nature) implements Event {}

    public record StakeholderLeft(UUID salesProjectId, String reason, LocalDate on) implements Event {}

    public enum No implements Refusal {
        SALES_PROJECT_MISSING(state("only a sales project that is there has stakeholders")),
        SALES_PROJECT_AT_END(state("the sales project has been rejected, terminated or closed, or is closing")),
        STAKEHOLDER_LEFT(state("the stakeholder does not matter to the project any more")),
        OTHER_UNKNOWN(state("the other one is no stakeholder of this project")),
        TIES_FULL(state("the stakeholder has as many ties as it can")),
        NAME_MISSING(rule("a stakeholder who is not one of ours is named")),
        MEMBER_MISSING(rule("one of ours is named by the member code, and by nothing else")),
        MEMBER_OF_ANOTHER_SIDE(rule("only one of ours has a member code")),
        TIE_TO_ITSELF(rule("nobody is tied to themselves"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** On whose side somebody is. */
    public enum Side {
        CUSTOMER,
        PARTNER,
        OURS
    }

    /**
     * What is known of them.
     *
     * @param needs what they need from the project
     * @param expectations what they expect of it for themselves
     */
    public record Profile(
            Influence influence,
            @Nullable String position,
            @Nullable @Limit(Limit.NOTE) String needs,
            @Nullable @Limit(Limit.NOTE) String expectations) {}

    /** On the decision of the customer. */
    public enum Influence {
        LOW,
        MEDIUM,
        HIGH,
        DECIDES
    }

    public enum Stance {
        CHAMPION,
        SUPPORTER,
        NEUTRAL,
        SCEPTIC,
        OPPONENT
    }

    /** How far they trust us. */
    public enum Trust {
        NONE,
        LOW,
        MEDIUM,
        HIGH
    }

    /** What one is to the other. */
    public enum Nature {
        REPORTS_TO,
        ADVISES,
        ALLIED_WITH,
        OPPOSED_TO
    }

    public record Tie(UUID otherId, Nature nature) {}

    /** What has to be known of the other one. */
    record Other(UUID salesProjectId) {}

    public Stakeholder {
        ties = List.copyOf(ties);
    }

    static Stakeholder begin(Event first) {
        var registered = (StakeholderRegistered) first;
        return new Stakeholder(
                registered,
                new Profile(
                        registered.influence(), registered.position(), registered.needs(), registered.expectations()),
                null,
                List.of(),
                null);
    }

    static Stakeholder evolve(Stakeholder known, Event event) {
        return switch (event) {
            case StakeholderRegistered _ -> known;
            case StakeholderChanged changed ->
                new Stakeholder(
                        known.registered,
                        new Profile(changed.influence(), changed.position(), changed.needs(), changed.expectations()),
                        known.assessed,
                        known.ties,
                        known.left);
            case StakeholderAssessed assessed ->
                new Stakeholder(known.registered, known.profile, assessed, known.ties, known.left);
            case StakeholderTied tied ->
                known.with(Stream.concat(known.ties.stream(), Stream.of(new Tie(tied.otherId(), tied.nature())))
                        .toList());
            case StakeholderUntied cut ->
                known.with(known.ties.stream()
                        .filter(tie -> !tie.equals(new Tie(cut.otherId(), cut.nature())))
                        .toList());
            case StakeholderLeft left ->
                new Stakeholder(known.registered, known.profile, known.assessed, known.ties, left);
        };
    }

    UUID salesProject() {
        return registered.salesProjectId();
    }

    private Stakeholder with(List<Tie> changed) {
        return new Stakeholder(registered, profile, assessed, changed, left);
    }
}
