package io.milepost.contracts.obligation;

import io.milepost.contracts.obligation.domain.ObligationRegister;
import io.milepost.contracts.obligation.domain.ObligationRegisterCommand.MarkObligationOverdue;
import io.milepost.contracts.obligation.domain.ObligationRegisterView;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.util.List;

/** The days that obligations wait for: the last one on which each is in time. */
public final class ObligationDates {

    public static final Due<ObligationRegister> OVERDUE = new Due<>(
            "obligation-overdue",
            ObligationRegisterMessages.OBLIGATION_REGISTER,
            MarkObligationOverdue.class,
            ObligationDates::lastDays);

    private ObligationDates() {}

    private static List<DueDate> lastDays(ObligationRegister register) {
        var view = ObligationRegisterView.of(register);
        if (view == null) {
            return List.of();
        }
        return view.obligations().stream()
                .filter(obligation -> obligation.status().equals("OWED"))
                .map(obligation -> DueDate.endOf(obligation.dueOn(), new MarkObligationOverdue(obligation.code()))
                        .part(obligation.code())
                        .ownedBy(view.owner()))
                .toList();
    }
}
