package io.milepost.contracts.obligation.domain;

import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationAdded;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationFulfilled;
import io.milepost.contracts.obligation.domain.ObligationRegisterEvent.ObligationWaived;

/** Something that one side owes the other. */
public sealed interface Obligation {
    ObligationAdded terms();

    /** Still owed; {@code overdue} once that is on record. */
    record Owed(ObligationAdded terms, boolean overdue) implements Obligation {}

    record Fulfilled(ObligationAdded terms, ObligationFulfilled end) implements Obligation {}

    record Waived(ObligationAdded terms, ObligationWaived end) implements Obligation {}

    default String code() {
        return terms().code();
    }
}
