package io.milepost.contracts.obligation;

import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.obligation.ObligationRegister.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObligationDatesTest {
    private static final UUID ID = Scenario.ID;
    private static final LocalDate DAY = LocalDate.parse("2026-05-04");
    private static final DueDate LAST =
            DueDate.endOf(DAY, new MarkObligationOverdue("S-1")).part("S-1").ownedBy("kim");

    @Test
    @DisplayName("R-137: each last day is waited for until it is settled or overdue, and what it is sent makes it so")
    void the_last_day_is_waited_for() {
        var opened = Scenario.of(OBLIGATION_REGISTER).given(new ObligationRegisterOpened(ID, "kim"));
        var owed = opened.given(new ObligationAdded(ID, "S-1", Debtor.CUSTOMER, "prepares the site", DAY));
        var late = new ObligationOverdue(ID, "S-1", Debtor.CUSTOMER, DAY, "kim");
        assertThat(OVERDUE.dates().apply(opened.state())).isEmpty();
        assertThat(OVERDUE.dates().apply(owed.state())).containsExactly(LAST);
        owed.when((MarkObligationOverdue) LAST.command()).on(DAY.plusDays(1)).then(late);
        assertThat(OVERDUE.dates().apply(owed.given(late).state())).isEmpty();
        assertThat(OVERDUE.dates()
                        .apply(owed.given(new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "x", DAY))
                                .state()))
                .isEmpty();
        assertThat(OVERDUE.dates()
                        .apply(owed.given(new ObligationWaived(ID, "S-1", Debtor.CUSTOMER, "x", "y"))
                                .state()))
                .isEmpty();
    }
}
