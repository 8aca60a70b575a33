package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.RecordExplanation;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.SigningStep;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Before anybody signs, the customer has the terms explained, and somebody checks the text; both where the sales process asks for it. */
final class Preparing {

    private Preparing() {}

    static Decision<ContractEvent> explain(Contract contract, RecordExplanation record, Occasion occasion) {
        return switch (contract) {
            case Pending pending
            when pending.preparation().explained() != null ->
                again(Objects.requireNonNull(pending.preparation().explained()), record, occasion);
            case Pending pending -> {
                var on = Objects.requireNonNullElse(record.on(), occasion.today());
                var by = Objects.requireNonNullElse(record.by(), occasion.who().name());
                yield Checks.check()
                        .text("/to", record.to())
                        .text("/by", record.by())
                        .notAfter("/on", on, occasion.today())
                        .that(pending.sentOn() == null || !on.isBefore(pending.sentOn()), "/on", EXPLAINED_BEFORE_SENT)
                        .accept(() -> new ContractTermsExplained(on, by, record.to()));
            }
            case Open _, Signed _ -> refused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            case Over over -> refused(over.why());
        };
    }

    /** One of before that was kept is told by whom and to whom. */
    private static Decision<ContractEvent> again(
            ContractTermsExplained before, RecordExplanation record, Occasion occasion) {
        if (before.explainedTo() == null && record.to() != null) {
            return Checks.check()
                    .text("/to", record.to())
                    .text("/by", record.by())
                    .that(isSo(before, record), EXPLAINED_OTHERWISE)
                    .accept(() -> new ContractTermsExplained(
                            before.on(),
                            before.explainedBy() == null ? record.by() : before.explainedBy(),
                            record.to()));
        }
        return isSo(before, record) && (record.to() == null || occasion.isSame(before.explainedTo(), record.to()))
                ? unchanged()
                : refused(EXPLAINED_OTHERWISE);
    }

    private static boolean isSo(ContractTermsExplained before, RecordExplanation record) {
        return (record.on() == null || record.on().equals(before.on()))
                && (record.by() == null
                        || before.explainedBy() == null
                        || Codes.same(record.by(), before.explainedBy()));
    }

    static Decision<ContractEvent> check(Contract contract, Occasion occasion) {
        return switch (contract) {
            case Pending pending when pending.preparation().checked() != null -> unchanged();
            case Pending pending -> {
                var sender = pending.preparation().sentBy();
                yield sender != null && occasion.who().is(sender)
                        ? refused(CHECKER_IS_SENDER)
                        : accepted(new ContractTextChecked(
                                occasion.today(), occasion.who().name()));
            }
            case Open _, Signed _ -> refused(CONTRACT_NOT_OUT_FOR_SIGNATURE);
            case Over over -> refused(over.why());
        };
    }

    /** Why nobody may sign yet; what is asked binds people, as elsewhere in a sales process. */
    static Optional<No> unprepared(Pending contract, Occasion occasion) {
        var asked = Objects.requireNonNullElse(contract.draft().asked(), List.<SigningStep>of());
        var done = contract.preparation();
        boolean explained = done.explained() != null && done.explained().explainedTo() != null;
        if (!occasion.who().bound()) {
            return Optional.empty();
        }
        if (asked.contains(SigningStep.EXPLAINED_TERMS) && !explained) {
            return Optional.of(TERMS_NOT_EXPLAINED);
        }
        return asked.contains(SigningStep.CHECKED_TEXT) && done.checked() == null
                ? Optional.of(TEXT_NOT_CHECKED)
                : Optional.empty();
    }

    static Pending explained(Pending contract, ContractTermsExplained explained) {
        var before = contract.preparation();
        return prepared(
                contract,
                new Preparation(before.approvedBy(), before.assigned(), before.sentBy(), explained, before.checked()));
    }

    static Pending checked(Pending contract, ContractTextChecked checked) {
        var before = contract.preparation();
        return prepared(
                contract,
                new Preparation(before.approvedBy(), before.assigned(), before.sentBy(), before.explained(), checked));
    }

    private static Pending prepared(Pending contract, Preparation preparation) {
        return switch (contract) {
            case OutForSignature(var draft, var agreement, var sentOn, var _) ->
                new OutForSignature(draft, agreement, sentOn, preparation);
            case PartlySigned(var draft, var agreement, var sentOn, var first, var _) ->
                new PartlySigned(draft, agreement, sentOn, first, preparation);
        };
    }
}
