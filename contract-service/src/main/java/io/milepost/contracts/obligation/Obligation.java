package io.milepost.contracts.obligation;

import static io.milepost.contracts.obligation.ObligationRegister.No.*;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.obligation.ObligationRegister.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one party owes the other: owed until it is fulfilled or waived, overdue when its last day has ended. */
public sealed interface Obligation {
    ObligationAdded terms();

    /** Still owed; {@code overdue} once that is on record. */
    record Owed(ObligationAdded terms, boolean overdue) implements Obligation {}

    record Fulfilled(ObligationAdded terms, ObligationFulfilled end) implements Obligation {}

    record Waived(ObligationAdded terms, ObligationWaived end) implements Obligation {}

    default String code() {
        return terms().code();
    }

    default Decision<Event> fulfil(String evidence, @Nullable LocalDate on, LocalDate today) {
        return switch (this) {
            case Owed(var terms, var _) ->
                accepted(new ObligationFulfilled(
                        terms.contractId(),
                        terms.code(),
                        terms.debtor(),
                        evidence,
                        Objects.requireNonNullElse(on, today)));
            case Fulfilled(var _, var end) ->
                end.evidence().equals(evidence)
                                && (on == null || end.fulfilledOn().equals(on))
                        ? unchanged()
                        : refused(OBLIGATION_FULFILLED);
            case Waived _ -> refused(OBLIGATION_WAIVED);
        };
    }

    default Decision<Event> waive(String reason, String actor) {
        return switch (this) {
            case Owed(var terms, var _) ->
                accepted(new ObligationWaived(terms.contractId(), terms.code(), terms.debtor(), reason, actor));
            case Waived(var _, var end) -> end.reason().equals(reason) ? unchanged() : refused(OBLIGATION_WAIVED);
            case Fulfilled _ -> refused(OBLIGATION_FULFILLED);
        };
    }

    /** The timer may be late: what is fulfilled or waived by then stays so. */
    default Decision<Event> markOverdue(String owner, LocalDate today) {
        return switch (this) {
            case Owed(var terms, var overdue)
            when !overdue && today.isAfter(terms.dueOn()) ->
                accepted(new ObligationOverdue(terms.contractId(), terms.code(), terms.debtor(), terms.dueOn(), owner));
            case Owed _, Fulfilled _, Waived _ -> unchanged();
        };
    }
}
