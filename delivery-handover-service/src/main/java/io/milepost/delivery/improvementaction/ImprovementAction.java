package io.milepost.delivery.improvementaction;

import static io.milepost.delivery.improvementaction.ImprovementAction.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become better because a customer said something: of a product, of a service, of the way we work.
 *
 * @param raised with whose it is now
 * @param dueOn the last day on which it is in time
 * @param overdue whether that day ended without it
 * @param done null until it is completed
 * @param dropped why it is not done at all; null as long as it may be
 */
public record ImprovementAction(
        ImprovementActionRaised raised,
        LocalDate dueOn,
        boolean overdue,
        @Nullable ImprovementActionDone done,
        @Nullable String dropped) {
    static final Decider<ImprovementAction, Command, Event> DECIDER =
            new Decider<>(ImprovementAction::decide, ImprovementAction::begin, ImprovementAction::evolve);

    /**
     * Raises an improvement.
     *
     * @param caseId the service case whose feedback it follows from; this, the visit or the contract is stated
     * @param visitId the care visit whose feedback it follows from
     * @param contractId the contract whose settlement the feedback on the whole project came with
     * @param what what is to become better; may not contain personal data
     * @param owner code of the member who sees to it
     */
    public record RaiseImprovement(
            @Nullable UUID caseId,
            @Nullable UUID visitId,
            Subject subject,
            @Limit(Limit.NOTE) String what,
            String owner,
            LocalDate dueOn,
            @Nullable UUID contractId) {}

    public sealed interface Command {}

    /** Moves the last day. */
    public record PostponeImprovement(
            LocalDate dueOn, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Another member sees to it. */
    public record AssignImprovement(String owner) implements Command {}

    public record CompleteImprovement(@Limit(Limit.NOTE) String result) implements Command {}

    public record DropImprovement(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer alone, when the last day has ended. */
    public record MarkImprovementOverdue() implements Command {}

    /** What becomes better. */
    public enum Subject {
        PRODUCT,
        SERVICE,
        PROCESS
    }

    public sealed interface Event {}

    /** It is to be done; {@code contractId} is absent in events from before the feedback on a project could ask for it. */
    public record ImprovementActionRaised(
            @Nullable UUID caseId,
            @Nullable UUID visitId,
            Subject subject,
            String what,
            String owner,
            LocalDate dueOn,
            @Nullable UUID contractId)
            implements Event {

        private ImprovementActionRaised ownedBy(String another) {
            return new ImprovementActionRaised(caseId, visitId, subject, what, another, dueOn, contractId);
        }
    }

    public record ImprovementActionPostponed(LocalDate from, LocalDate dueOn, String reason) implements Event {}

    public record ImprovementActionAssigned(String owner) implements Event {}

    public record ImprovementActionDone(String result, LocalDate on, String by) implements Event {}

    public record ImprovementActionDropped(String reason, String by) implements Event {}

    public record ImprovementActionOverdue(String owner, LocalDate dueOn) implements Event {}

    public enum No implements Refusal {
        SOURCE_MISSING(
                rule("an improvement follows from a service case, a care visit or the settlement of a contract")),
        CASE_UNKNOWN(state("there is no such service case")),
        VISIT_UNKNOWN(state("there is no such care visit")),
        SETTLEMENT_UNANSWERED(state("the customer has not answered a settlement of this contract")),
        IMPROVEMENT_DONE(state("the improvement is completed, with another result")),
        IMPROVEMENT_DROPPED(state("the improvement was dropped")),
        DUE_IN_PAST(rule("an improvement is due on a day to come"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** That there is such a case. */
    record KnownCase(boolean known) {}

    /** That there is such a visit. */
    record KnownVisit(boolean known) {}

    /** Whether the customer has said what they think of the settlement of this contract, and of the project. */
    record Answered(boolean so) {}

    static Decision<Event> raise(RaiseImprovement raise, Occasion occasion) {
        return toCome(
                        check().that(
                                        raise.caseId() != null || raise.visitId() != null || raise.contractId() != null,
                                        SOURCE_MISSING)
                                .that(
                                        raise.caseId() == null
                                                || occasion.read(KnownCase.class)
                                                        .isPresent(),
                                        "/caseId",
                                        CASE_UNKNOWN)
                                .that(
                                        raise.visitId() == null
                                                || occasion.read(KnownVisit.class)
                                                        .isPresent(),
                                        "/visitId",
                                        VISIT_UNKNOWN)
                                .that(
                                        raise.contractId() == null
                                                || occasion.read(Answered.class)
                                                        .filter(Answered::so)
                                                        .isPresent(),
                                        "/contractId",
                                        SETTLEMENT_UNANSWERED),
                        raise.dueOn(),
                        occasion)
                .text("/what", raise.what())
                .owner("/owner", raise.owner())
                .accept(() -> new ImprovementActionRaised(
                        raise.caseId(),
                        raise.visitId(),
                        raise.subject(),
                        raise.what(),
                        raise.owner(),
                        raise.dueOn(),
                        raise.contractId()));
    }

    static Decision<Event> decide(ImprovementAction action, Command command, Occasion occasion) {
        return switch (command) {
            case PostponeImprovement(var day, var reason) -> action.postpone(day, reason, occasion);
            case AssignImprovement(var owner) -> action.assign(owner);
            case CompleteImprovement(var result) -> action.complete(result, occasion);
            case DropImprovement(var reason) -> action.drop(reason, occasion);
            case MarkImprovementOverdue _ ->
                action.isAwaited() && occasion.today().isAfter(action.dueOn)
                        ? accepted(new ImprovementActionOverdue(action.raised.owner(), action.dueOn))
                        : unchanged();
        };
    }

    static ImprovementAction begin(Event first) {
        var raised = (ImprovementActionRaised) first;
        return new ImprovementAction(raised, raised.dueOn(), false, null, null);
    }

    static ImprovementAction evolve(ImprovementAction action, Event event) {
        return switch (event) {
            case ImprovementActionRaised _ -> action;
            case ImprovementActionPostponed(var _, var day, var _) ->
                new ImprovementAction(action.raised, day, false, null, null);
            case ImprovementActionAssigned(var owner) ->
                new ImprovementAction(action.raised.ownedBy(owner), action.dueOn, action.overdue, null, null);
            case ImprovementActionOverdue _ -> new ImprovementAction(action.raised, action.dueOn, true, null, null);
            case ImprovementActionDone done ->
                new ImprovementAction(action.raised, action.dueOn, action.overdue, done, null);
            case ImprovementActionDropped(var reason, var _) ->
                new ImprovementAction(action.raised, action.dueOn, action.overdue, null, reason);
        };
    }

    /** Whether its last day still counts. */
    boolean isAwaited() {
        return done == null && dropped == null && !overdue;
    }

    private Decision<Event> postpone(LocalDate day, String reason, Occasion occasion) {
        return day.equals(dueOn) && done == null && dropped == null
                ? unchanged()
                : toCome(open(), day, occasion)
                        .reason("/reason", reason)
                        .accept(() -> new ImprovementActionPostponed(dueOn, day, reason));
    }

    private Decision<Event> assign(String owner) {
        return Codes.same(owner, raised.owner()) && done == null && dropped == null
                ? unchanged()
                : open().owner("/owner", owner).accept(() -> new ImprovementActionAssigned(owner));
    }

    private Decision<Event> complete(String result, Occasion occasion) {
        return done != null && done.result().equals(result)
                ? unchanged()
                : open().text("/result", result)
                        .accept(() -> new ImprovementActionDone(
                                result, occasion.today(), occasion.who().name()));
    }

    private Decision<Event> drop(String reason, Occasion occasion) {
        return reason.equals(dropped)
                ? unchanged()
                : open().reason("/reason", reason)
                        .accept(() -> new ImprovementActionDropped(
                                reason, occasion.who().name()));
    }

    private Checks open() {
        return check().that(done == null, IMPROVEMENT_DONE).that(dropped == null, IMPROVEMENT_DROPPED);
    }

    private static Checks toCome(Checks checks, LocalDate day, Occasion occasion) {
        return checks.that(!day.isBefore(occasion.today()), "/dueOn", DUE_IN_PAST)
                .within(NEAR, "/dueOn", day, occasion.today());
    }
}
