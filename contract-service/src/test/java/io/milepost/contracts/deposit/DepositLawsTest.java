package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.deposit.Deposits.*;
import static io.milepost.contracts.kernel.MoneyKind.EARNEST_MONEY;
import static io.milepost.contracts.kernel.TermsOfPhase.HOLD;
import static io.milepost.contracts.kernel.TermsOfPhase.PRE_SALE;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.testkit.Laws;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DepositLawsTest {

    @Test
    void laws() {
        suggested()
                .rare(DepositForfeited.class)
                .rare(DepositToppedUp.class)
                .rare(DepositHoldExpired.class)
                .rare(DepositTopUpOverdue.class)
                .rare(TopUpReminderSent.class)
                .check();
    }

    @Test
    void laws_of_a_hold() {
        suggested()
                .after(new DepositPartlyPaid(
                        UNIT,
                        "kim",
                        sale(EARNEST_MONEY, TermsOfPhase.of(HOLD, TODAY.plusDays(1), "10", null)),
                        PART,
                        usd("800.00"),
                        TODAY.plusDays(1),
                        TODAY.plusDays(4),
                        null))
                .rare(DepositPaid.class)
                .rare(DepositPartlyPaid.class)
                .rare(DepositRejected.class)
                .rare(RejectedRefundBecameDue.class)
                .rare(RejectedBuyerTold.class)
                .check();
    }

    private static Laws<Deposit, Command, DepositEvent> suggested() {
        var onSale = new OnSale(PHASE, "first", null, PRE_SALE);
        return Laws.of(DEPOSIT)
                .suggesting("accountId", ANN)
                .suggesting("sheet", 1)
                .suggesting("onSale", onSale)
                .suggesting("withdrawn", false)
                .suggesting("confirmed", true)
                .suggesting("sheets", List.of(new Priced(1, ANN, PRICE, LocalDate.parse("2027-01-01"))))
                .suggesting("RecordDeposit.amount", TermsOfPhase.DEPOSIT, HOLD)
                .suggesting("TopUpDeposit.amount", usd("800.00"), usd("100.00"))
                .suggesting("ForfeitDeposit.amount", usd("10.00"))
                .suggesting("paidOn", LocalDate.parse("2026-03-01"))
                .suggesting("on", LocalDate.parse("2026-03-01"))
                .rare(TopUpAnnounced.class)
                .terminal("REFUNDED", "FORFEITED", "CONVERTED")
                .waits(DepositCatalogue.TOP_UP_REMINDER, DepositCatalogue.TOP_UP_OVERDUE, DepositCatalogue.HOLD_EXPIRY);
    }
}
