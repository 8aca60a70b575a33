package io.milepost.delivery.changerequest;

import static io.milepost.delivery.changerequest.ChangeRequest.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A change that comes up while a contract is delivered. What touches price, scope or date is the contract's to decide, all else is settled in
 * delivery (R-153, decision 33).
 *
 * @param assessment null until somebody has said what it touches
 * @param end how it ended; null while it is open
 */
public record ChangeRequest(
        ChangeRaised raised,
        @Nullable ChangeAssessed assessment,
        @Nullable End end) {
    static final Decider<ChangeRequest, Command, Event> DECIDER =
            new Decider<>(ChangeRequest::decide, ChangeRequest::begin, ChangeRequest::evolve);

    /**
     * Says what should be done differently.
     *
     * @param subject what is to change, in a line
     * @param reason may not contain personal data
     */
    public record RaiseChange(
            UUID contractId,
            String subject,
            @Limit(Limit.NOTE) String reason) {}

    public sealed interface Command {}

    /**
     * Says what the change touches. Where that is price, scope or date, contract-service hears of it.
     *
     * @param impact what it means, in free words
     */
    public record AssessChange(
            boolean price,
            boolean scope,
            boolean date,
            @Limit(Limit.NOTE) String impact) implements Command {}

    /** Delivery has made a change that is not the contract's to decide. */
    public record SettleChange(@Limit(Limit.NOTE) String result) implements Command {}

    /** It is not made after all; one that the contract decides is withdrawn there. */
    public record DropChange(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the automation when the contract is changed. */
    public record NoteChangeApplied(LocalDate effectiveOn) implements Command {}

    /** Sent by the automation when the contract is not changed. */
    public record NoteChangeRejected(String reason) implements Command {}

    public sealed interface Event {
        UUID contractId();
    }

    public record ChangeRaised(UUID contractId, String subject, String reason, String owner, String raisedBy)
            implements Event {}

    public record ChangeAssessed(UUID contractId, boolean price, boolean scope, boolean date, String impact)
            implements Event {

        boolean isContracts() {
            return price || scope || date;
        }
    }

    /** The contract has to decide; the change order there has the id of this request. */
    public record ChangeEscalated(UUID contractId, String subject, String reason) implements Event {}

    public record ChangeSettled(UUID contractId, String result, LocalDate on, String by) implements Event {}

    public record ChangeDropped(UUID contractId, String reason, String by) implements Event {}

    /** The contract is changed, from this day on. */
    public record ChangeApplied(UUID contractId, LocalDate effectiveOn) implements Event {}

    /** The contract stays as it is, and so does the plan. */
    public record ChangeRejected(UUID contractId, String reason) implements Event {}

    public enum No implements Refusal {
        CONTRACT_UNKNOWN(state("no signed contract has this id")),
        CHANGE_NOT_ASSESSED(state("nobody has said what the change touches")),
        CHANGE_ASSESSED(state("the change was assessed in another way")),
        CHANGE_ESCALATED(state("the contract decides on this change")),
        CHANGE_NOT_ESCALATED(state("the contract was not asked to decide on this change")),
        CHANGE_ENDED(state("the change is settled, dropped, applied or rejected"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * How it ended.
     *
     * @param status INTERNAL_DONE, DROPPED, APPLIED or REJECTED
     * @param said result or reason; absent where it was applied
     * @param on the day from which the changed contract counts; absent otherwise
     */
    public record End(
            String status, @Nullable String said, @Nullable LocalDate on) {}

    static Decision<Event> raise(RaiseChange raise, Occasion occasion) {
        var sold = occasion.read(SoldContract.class);
        return check().that(sold.isPresent(), "/contractId", CONTRACT_UNKNOWN)
                .that(!ClosedDelivery.isSo(occasion), ClosedDelivery.No.DELIVERY_OVER)
                .text("/subject", raise.subject())
                .reason("/reason", raise.reason())
                .accept(() -> new ChangeRaised(
                        raise.contractId(),
                        raise.subject(),
                        raise.reason(),
                        sold.orElseThrow().owner(),
                        occasion.who().name()));
    }

    static Decision<Event> decide(ChangeRequest request, Command command, Occasion occasion) {
        return switch (command) {
            case AssessChange assess -> request.assess(assess);
            case SettleChange(var result) -> request.settle(result, occasion);
            case DropChange(var reason) -> request.drop(reason, occasion);
            case NoteChangeApplied(var day) ->
                request.decided(() -> new ChangeApplied(request.raised.contractId(), day));
            case NoteChangeRejected(var reason) ->
                request.decided(() -> new ChangeRejected(request.raised.contractId(), reason));
        };
    }

    static ChangeRequest begin(Event first) {
        return new ChangeRequest((ChangeRaised) first, null, null);
    }

    static ChangeRequest evolve(ChangeRequest request, Event event) {
        return switch (event) {
            case ChangeRaised _, ChangeEscalated _ -> request;
            case ChangeAssessed assessed -> new ChangeRequest(request.raised, assessed, null);
            case ChangeSettled(var _, var result, var _, var _) ->
                request.ended(new End("INTERNAL_DONE", result, null));
            case ChangeDropped(var _, var reason, var _) -> request.ended(new End("DROPPED", reason, null));
            case ChangeApplied(var _, var day) -> request.ended(new End("APPLIED", null, day));
            case ChangeRejected(var _, var reason) -> request.ended(new End("REJECTED", reason, null));
        };
    }

    private ChangeRequest ended(End how) {
        return new ChangeRequest(raised, assessment, how);
    }

    /** Whether contract-service decides on it. */
    boolean isEscalated() {
        return assessment != null && assessment.isContracts();
    }

    /** The contract decides on what it was asked: a change order that somebody began there under the same id is none of it. */
    private Decision<Event> decided(Supplier<Event> how) {
        return end == null ? check().that(isEscalated(), CHANGE_NOT_ESCALATED).accept(how) : unchanged();
    }

    private Decision<Event> assess(AssessChange assess) {
        var contract = raised.contractId();
        var assessed = new ChangeAssessed(contract, assess.price(), assess.scope(), assess.date(), assess.impact());
        if (assessed.equals(assessment)) {
            return unchanged();
        }
        return check().that(end == null, CHANGE_ENDED)
                .that(assessment == null, CHANGE_ASSESSED)
                .text("/impact", assess.impact())
                .then(() -> assessed.isContracts()
                        ? accepted(List.of(assessed, new ChangeEscalated(contract, raised.subject(), raised.reason())))
                        : accepted(assessed));
    }

    private Decision<Event> settle(String result, Occasion occasion) {
        return end != null && result.equals(end.said()) && end.status().equals("INTERNAL_DONE")
                ? unchanged()
                : check().that(end == null, CHANGE_ENDED)
                        .that(assessment != null, CHANGE_NOT_ASSESSED)
                        .that(!isEscalated(), CHANGE_ESCALATED)
                        .text("/result", result)
                        .accept(() -> new ChangeSettled(
                                raised.contractId(),
                                result,
                                occasion.today(),
                                occasion.who().name()));
    }

    private Decision<Event> drop(String reason, Occasion occasion) {
        return end != null && reason.equals(end.said()) && end.status().equals("DROPPED")
                ? unchanged()
                : check().that(end == null, CHANGE_ENDED)
                        .that(!isEscalated(), CHANGE_ESCALATED)
                        .reason("/reason", reason)
                        .accept(() -> new ChangeDropped(
                                raised.contractId(), reason, occasion.who().name()));
    }
}
