package io.milepost.contracts.obligation.domain;

import java.time.LocalDate;
import java.util.UUID;

/** What has happened to the obligations of a contract. */
public sealed interface ObligationRegisterEvent {

    record ObligationRegisterOpened(UUID contractId, String owner) implements ObligationRegisterEvent {}

    record ObligationAdded(UUID contractId, String code, Debtor debtor, String description, LocalDate dueOn)
            implements ObligationRegisterEvent {}

    record ObligationFulfilled(UUID contractId, String code, Debtor debtor, String evidence, LocalDate fulfilledOn)
            implements ObligationRegisterEvent {}

    /**
     * It is not owed any more.
     *
     * @param waivedBy the subject of the token that waived it, in one of the roles that may
     */
    record ObligationWaived(UUID contractId, String code, Debtor debtor, String reason, String waivedBy)
            implements ObligationRegisterEvent {}

    /** Its last day has ended; whoever owes it still does. */
    record ObligationOverdue(UUID contractId, String code, Debtor debtor, LocalDate dueOn, String owner)
            implements ObligationRegisterEvent {}
}
