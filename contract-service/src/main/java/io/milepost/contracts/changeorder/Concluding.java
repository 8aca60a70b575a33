package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.SignChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;

/** Both sides sign a change, each once, and it is applied on the day from which it counts; or it comes to nothing (gate G17). */
final class Concluding {

    private Concluding() {}

    static Decision<ChangeOrderEvent> sign(ChangeOrder order, SignChange sign, Occasion occasion) {
        return switch (order) {
            case Requested _ -> refused(CHANGE_NOT_ASSESSED);
            case Assessed _, InReview _ -> refused(CHANGE_NOT_APPROVED);
            case Approved approved -> sign(approved, sign, occasion);
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    private static Decision<ChangeOrderEvent> sign(Approved order, SignChange sign, Occasion occasion) {
        var first = order.first();
        if (first != null && first.party() == sign.party()) {
            return again(first, sign, occasion);
        }
        var signedOn = Objects.requireNonNullElse(sign.signedOn(), occasion.today());
        var signature = new ChangePartySigned(
                order.request().contractId(),
                sign.party(),
                sign.signatory(),
                signedOn,
                occasion.who().name());
        return Assessing.onContract(
                occasion,
                contract -> check().notAfter("/signedOn", signedOn, occasion.today())
                        .that(!signedOn.isBefore(order.approvedOn()), "/signedOn", SIGNED_BEFORE_APPROVED)
                        .that(isAsAssessed(order.impact(), contract), IMPACT_STALE)
                        .that(first == null || !occasion.who().is(first.recordedBy()), "/party", ONE_FOR_BOTH_PARTIES)
                        .then(() -> first == null
                                ? accepted(signature)
                                : second(order, first, signature, occasion.today())));
    }

    private static Decision<ChangeOrderEvent> again(ChangePartySigned before, SignChange sign, Occasion occasion) {
        boolean sameDay = sign.signedOn() == null || sign.signedOn().equals(before.signedOn());
        return sameDay && (sign.signatory() == null || occasion.isSame(before.signatory(), sign.signatory()))
                ? unchanged()
                : refusedAt(
                        sameDay ? "/signatory" : "/signedOn",
                        CHANGE_PARTY_SIGNED,
                        "this party signed on " + before.signedOn());
    }

    /** Both parties sign figures: those of the lines that the change names must still be the contract's. */
    private static boolean isAsAssessed(ChangeImpactAssessed impact, ContractToChange contract) {
        return impact.lines().stream()
                .filter(line -> line.number() != null)
                .allMatch(line -> Assessing.lineOf(contract, line.number())
                        .map(NumberedLine::line)
                        .filter(now -> now.equals(line.before()))
                        .isPresent());
    }

    private static Decision<ChangeOrderEvent> second(
            Approved order, ChangePartySigned first, ChangePartySigned signature, LocalDate today) {
        var signedOn = signature.signedOn().isAfter(first.signedOn()) ? signature.signedOn() : first.signedOn();
        var effectiveOn = Objects.requireNonNullElse(order.impact().effectiveOn(), signedOn);
        var signed = new ChangeOrderSigned(signature.contractId(), signedOn, effectiveOn);
        var events = new ArrayList<ChangeOrderEvent>();
        events.add(signature);
        events.add(signed);
        if (!effectiveOn.isAfter(today)) {
            events.add(applied(order.impact(), signed));
        }
        return accepted(events);
    }

    static Decision<ChangeOrderEvent> apply(ChangeOrder order, LocalDate today) {
        return switch (order) {
            case Requested _, Assessed _, InReview _, Approved _ -> refused(CHANGE_NOT_APPROVED);
            case Signed(var _, var impact, var signature) ->
                signature.effectiveOn().isAfter(today)
                        ? refused(CHANGE_NOT_EFFECTIVE_YET)
                        : accepted(applied(impact, signature));
            case Applied _ -> unchanged();
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    private static ChangeOrderEvent applied(ChangeImpactAssessed impact, ChangeOrderSigned signed) {
        return new ChangeOrderApplied(
                signed.contractId(),
                signed.signedOn(),
                signed.effectiveOn(),
                impact.lines(),
                impact.terms(),
                impact.clauses(),
                impact.payments(),
                impact.moves());
    }

    static Decision<ChangeOrderEvent> withdraw(ChangeOrder order, String reason) {
        return switch (order) {
            case Requested _, Assessed _, InReview _, Approved _ ->
                check().reason("/reason", reason)
                        .accept(() -> new ChangeOrderWithdrawn(order.request().contractId(), reason));
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended ended when !ended.rejected() && ended.reason().equals(reason) -> unchanged();
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }
}
