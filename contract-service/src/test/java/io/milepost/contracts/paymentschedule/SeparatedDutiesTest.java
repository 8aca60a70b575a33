package io.milepost.contracts.paymentschedule;

import static io.milepost.contracts.paymentschedule.PaymentSchedule.No.MONEY_BY_OWNER;
import static io.milepost.contracts.paymentschedule.PaymentSchedules.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who books money, and who follows it up. */
class SeparatedDutiesTest {
    private static final UUID OTHER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");

    @Test
    @DisplayName(
            "R-140, R-141, decision 23: whoever answers for a contract follows its money up, and neither receives, reverses, returns nor moves it")
    void the_owner_books_nothing() {
        var paid =
                aSchedule().reading(new OtherPayments(ACCOUNT, usd("700.00"))).given(received("R-1", "550.00"));
        for (var command : List.of(
                receipt("R-2", "300.00", null),
                new ReverseReceipt("R-1", "bounced"),
                new RefundSurplus("R-1", "V-1", usd("1.00"), "paid twice"),
                new MoveSurplus("R-1", "T-1", usd("1.00"), OTHER, "agreed by phone"))) {
            paid.when(command).byMember("KIM").thenRefused(MONEY_BY_OWNER);
            assertThat(paid.when(command).byMember("fin").decision().events()).isNotEmpty();
        }
        var heard = new RecordFollowUp(1, "on Friday", null);
        paid.when(heard).byMember("fin").thenNotYourDuty();
        assertThat(paid.when(heard).byMember("kim").decision().events()).hasSize(1);
    }
}
