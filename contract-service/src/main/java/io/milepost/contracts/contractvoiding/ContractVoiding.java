package io.milepost.contracts.contractvoiding;

import static io.milepost.contracts.contractvoiding.ContractVoiding.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract should never have been signed: somebody asks for it to be void, and somebody else decides (decision 44). */
public sealed interface ContractVoiding {
    Decider<ContractVoiding, Command, Event> DECIDER =
            new Decider<>(ContractVoiding::decide, ContractVoiding::begin, ContractVoiding::evolve);

    /** Asks for it; what stands in the way may be settled until it is decided. */
    record RequestVoiding(
            UUID contractId,
            VoidingCause cause,
            @Limit(Limit.NOTE) String reason) {}

    sealed interface Command {}

    /** The {@code reason} says why the contract stands. */
    record DecideVoiding(
            boolean granted, @Nullable @Limit(Limit.NOTE) String reason) implements Command {}

    sealed interface Event {
        UUID contractId();
    }

    /** {@code owner} answers for the contract. */
    record VoidingRequested(
            UUID contractId, String owner, VoidingCause cause, String reason, String requestedBy, LocalDate on)
            implements Event {}

    record VoidingGranted(
            UUID contractId, VoidingCause cause, String reason, String requestedBy, String decidedBy, LocalDate on)
            implements Event {}

    record VoidingDenied(UUID contractId, String reason, String decidedBy, LocalDate on) implements Event {}

    enum No implements Refusal {
        CONTRACT_NOT_SIGNED(state("only a contract that both parties have signed can be void; a draft is withdrawn")),
        DELIVERY_BEGUN(state("delivery has taken the contract over; what is delivered cannot be undone")),
        CHANGES_UNDER_WAY(state("a change order of the contract is under way; withdraw it first")),
        ORDERS_STAND(state("orders under the contract stand; cancel them first")),
        MONEY_STANDS(state("money of the contract is there; reverse, refund or move it first")),
        INVOICES_STAND(state("invoices of the contract stand; credit them in full first")),
        UNIT_SOLD(state("the unit of the contract is sold with its deposit, which cannot be undone")),
        VOIDING_DECIDED(state("it was decided otherwise")),
        VOIDING_BY_ONE(
                sender("neither who asks for a contract to be void decides that, nor who answers for the contract"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** The contract itself: whether delivery has begun, and whether a change that was assessed is under way. */
    record SignedByMistake(String owner, boolean signed, boolean begun, boolean changing) {
        private static final SignedByMistake UNKNOWN = new SignedByMistake("", false, false, false);
    }

    record MoneyUnderIt(boolean there, boolean invoiced) {}

    /** Whether one that was confirmed under it stands. */
    record OrdersUnderIt(boolean standing) {}

    /** Whether one took something of it, also from before orders said by a tag whose contract it is. */
    record CalledOffIt(boolean something) {}

    record UnitUnderIt(boolean sold) {}

    VoidingRequested request();

    record Requested(VoidingRequested request) implements ContractVoiding {}

    record Granted(VoidingRequested request, VoidingGranted end) implements ContractVoiding {}

    record Denied(VoidingRequested request, VoidingDenied end) implements ContractVoiding {}

    static Decision<Event> request(RequestVoiding request, Occasion occasion) {
        var contract = occasion.read(SignedByMistake.class).orElse(SignedByMistake.UNKNOWN);
        return check().reason("/reason", request.reason())
                .that(contract.signed(), "/contractId", CONTRACT_NOT_SIGNED)
                .that(!contract.begun(), "/contractId", DELIVERY_BEGUN)
                .accept(() -> new VoidingRequested(
                        request.contractId(),
                        contract.owner(),
                        request.cause(),
                        request.reason(),
                        occasion.who().name(),
                        occasion.today()));
    }

    static Decision<Event> decide(ContractVoiding voiding, Command command, Occasion occasion) {
        return switch (command) {
            case DecideVoiding decide ->
                switch (voiding) {
                    case Requested(var request) ->
                        occasion.who().is(request.requestedBy())
                                        || occasion.who().isMember(request.owner())
                                ? refused(VOIDING_BY_ONE)
                                : decide(request, decide, occasion);
                    case Granted _ -> decide.granted() ? unchanged() : refused(VOIDING_DECIDED);
                    case Denied(var _, var end) ->
                        !decide.granted() && end.reason().equals(decide.reason())
                                ? unchanged()
                                : refused(VOIDING_DECIDED);
                };
        };
    }

    private static Decision<Event> decide(VoidingRequested request, DecideVoiding decide, Occasion occasion) {
        if (!decide.granted()) {
            return decide.reason() == null || decide.reason().isBlank()
                    ? refusedAt("/reason", REASON_MISSING)
                    : accepted(new VoidingDenied(
                            request.contractId(),
                            decide.reason(),
                            occasion.who().name(),
                            occasion.today()));
        }
        var contract = occasion.read(SignedByMistake.class).orElse(SignedByMistake.UNKNOWN);
        var money = occasion.read(MoneyUnderIt.class).orElse(new MoneyUnderIt(false, false));
        return check().that(contract.signed(), CONTRACT_NOT_SIGNED)
                .that(!contract.begun(), DELIVERY_BEGUN)
                .that(!contract.changing(), CHANGES_UNDER_WAY)
                .that(occasion.read(UnitUnderIt.class).filter(UnitUnderIt::sold).isEmpty(), UNIT_SOLD)
                .that(
                        occasion.read(OrdersUnderIt.class)
                                        .filter(OrdersUnderIt::standing)
                                        .isEmpty()
                                && occasion.read(CalledOffIt.class)
                                        .filter(CalledOffIt::something)
                                        .isEmpty(),
                        ORDERS_STAND)
                .that(!money.there(), MONEY_STANDS)
                .that(!money.invoiced(), INVOICES_STAND)
                .accept(() -> new VoidingGranted(
                        request.contractId(),
                        request.cause(),
                        request.reason(),
                        request.requestedBy(),
                        occasion.who().name(),
                        occasion.today()));
    }

    static ContractVoiding begin(Event first) {
        return new Requested((VoidingRequested) first);
    }

    static ContractVoiding evolve(ContractVoiding voiding, Event event) {
        return switch (event) {
            case VoidingRequested _ -> voiding;
            case VoidingGranted end -> new Granted(voiding.request(), end);
            case VoidingDenied end -> new Denied(voiding.request(), end);
        };
    }
}
