package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Supplier;

/** The approved contract is sent out and both parties sign, in any order, each once (R-131, gate G15); one that is incomplete or not approved (R-129, gate G14) is neither sent nor signed. */
final class Signing {

    private Signing() {}

    static Decision<ContractEvent> send(Contract contract, Occasion occasion) {
        return switch (contract) {
            case Open open ->
                Withdrawing.whileDealIsOpen(
                        occasion,
                        () -> onceApproved(
                                open,
                                () -> accepted(new ContractSentForSignature(
                                        open.draft().opportunityId(),
                                        occasion.today(),
                                        occasion.who().name()))));
            case OutForSignature _ -> unchanged();
            case PartlySigned _, Signed _ -> refused(CONTRACT_NOT_DRAFT);
            case Over over -> refused(over.why());
        };
    }

    private static Decision<ContractEvent> onceApproved(Open contract, Supplier<Decision<ContractEvent>> decision) {
        var missing = contract.agreement().missing(contract.needed());
        if (!missing.isEmpty()) {
            return Reviewing.incomplete(missing);
        }
        return contract.reviews().haveApproved() ? decision.get() : refused(CONTRACT_NOT_APPROVED);
    }

    static Decision<ContractEvent> sign(Contract contract, SignContract sign, Occasion occasion) {
        var today = occasion.today();
        var signedOn = Objects.requireNonNullElse(sign.signedOn(), today);
        var signature = new ContractPartySigned(
                sign.party(), sign.signatory(), signedOn, occasion.who().name());
        var checks = check().that(!signedOn.isAfter(today), "/signedOn", SIGNED_IN_FUTURE);
        return switch (contract) {
            case Signed signed -> again(signed.signatures().by(sign.party()), sign, occasion);
            case PartlySigned partly
            when partly.first().party() == sign.party() -> again(partly.first(), sign, occasion);
            case Pending pending ->
                checks.that(
                                pending.sentOn() == null || !signedOn.isBefore(pending.sentOn()),
                                "/signedOn",
                                SIGNED_BEFORE_SENT)
                        .then(() -> Preparing.unprepared(pending, occasion)
                                .<Decision<ContractEvent>>map(no -> refused(no))
                                .orElseGet(() -> switch (pending) {
                                    case OutForSignature _ -> accepted(signature);
                                    case PartlySigned partly ->
                                        isOne(occasion, partly.first())
                                                ? refusedAt("/party", RECORDED_BY_ONE)
                                                : second(partly, signature, today);
                                }));
            case Open open -> checks.then(() -> signUnsent(open, signature));
            case Over over -> refused(over.why());
        };
    }

    /** Two parties are two people: neither one member nor one token notes both signatures. */
    private static boolean isOne(Occasion occasion, ContractPartySigned first) {
        return first.recordedBy() != null && occasion.who().is(first.recordedBy());
    }

    /** A migrated signature was given long ago, and holding it back would deny a fact; any other has to wait. */
    private static Decision<ContractEvent> signUnsent(Open contract, ContractPartySigned signature) {
        return contract.draft().basis() == Basis.MIGRATED
                ? accepted(signature)
                : onceApproved(contract, () -> refused(CONTRACT_NOT_OUT_FOR_SIGNATURE));
    }

    /** Repeating a signature changes nothing; another day, or somebody else, is no repetition. */
    private static Decision<ContractEvent> again(ContractPartySigned before, SignContract sign, Occasion occasion) {
        boolean same = (sign.signedOn() == null || sign.signedOn().equals(before.signedOn()))
                && (sign.signatory() == null || occasion.isSame(before.signatory(), sign.signatory()));
        return same ? unchanged() : refused(PARTY_ALREADY_SIGNED, "this party signed on " + before.signedOn());
    }

    private static Decision<ContractEvent> second(PartlySigned partly, ContractPartySigned signature, LocalDate today) {
        var signedOn = Signatures.of(partly.first(), signature).signedOn();
        var draft = partly.draft();
        var events = new ArrayList<ContractEvent>();
        events.add(signature);
        events.add(new ContractSigned(
                draft.opportunityId(),
                draft.accountId(),
                draft.owner(),
                partly.agreement().value(),
                signedOn,
                draft.basis(),
                partly.agreement().paymentsIfAny(),
                draft.template(),
                draft.templateVersion(),
                draft.obligations(),
                partly.agreement().terms().qualityStandard()));
        var agreed = partly.agreement().terms().effectiveOn();
        if (agreed != null && !agreed.isAfter(today)) {
            events.add(new ContractBecameEffective(agreed.isBefore(signedOn) ? signedOn : agreed));
        }
        return accepted(events);
    }

    /** A migrated contract is signed without being sent, as some were before contracts had to be sent. */
    static Contract signed(Contract contract, ContractPartySigned signature) {
        return switch (contract) {
            case PartlySigned(var draft, var agreement, var _, var first, var preparation) ->
                new Signed(
                        draft,
                        agreement,
                        preparation.approvedBy(),
                        preparation.assigned(),
                        Amendments.NONE,
                        Signatures.of(first, signature),
                        Progress.NONE);
            case OutForSignature(var draft, var agreement, var sentOn, var preparation) ->
                new PartlySigned(draft, agreement, sentOn, signature, preparation);
            case Open _, Signed _, Over _ ->
                new PartlySigned(contract.draft(), contract.agreement(), null, signature, Preparation.NONE);
        };
    }

    /** Whoever declines sends the contract back to its author, even if the other party has signed; we withdraw it in the same way. */
    static Decision<ContractEvent> decline(Contract contract, DeclineSignature decline) {
        return check().reason("/reason", decline.reason()).then(() -> switch (contract) {
            case PartlySigned partly
            when partly.first().party() == decline.party() ->
                refused(
                        PARTY_ALREADY_SIGNED,
                        "this party signed on " + partly.first().signedOn());
            case Open _, Signed _ -> refused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            case Over over -> refused(over.why());
            case Pending _ ->
                accepted(new ContractSignatureDeclined(
                        contract.draft().opportunityId(), decline.party(), decline.reason()));
        });
    }
}
