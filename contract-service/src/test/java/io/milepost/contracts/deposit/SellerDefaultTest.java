package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.deposit.Deposits.*;
import static io.milepost.contracts.kernel.MoneyKind.EARNEST_MONEY;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.testkit.Scenario;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A sale that the seller gives up. */
class SellerDefaultTest {
    private static final Scenario<Deposit, Command, DepositEvent> NEW = Scenario.of(DEPOSIT);
    private static final RefundBecameDue DUE = new RefundBecameDue(UNIT, TermsOfPhase.DEPOSIT);

    @Test
    @DisplayName("R-118, decision 20: a seller who gives up earnest money returns as much as the phase says, and of a"
            + " reservation what was paid")
    void earnest_money_binds_the_seller() {
        var terms = TermsOfPhase.returning("200");
        var cancel = new CancelDeposit(Side.SELLER, "fire");
        var cancelled = new DepositCancelled(UNIT, Side.SELLER, "fire", "may");
        var doubled = NEW.given(paid(EARNEST_MONEY, terms))
                .when(cancel)
                .by("may")
                .then(cancelled, new RefundBecameDue(UNIT, usd("2000.00")));
        doubled.when(new RefundDeposit("V-1", null)).then(new DepositRefunded(UNIT, usd("2000.00"), "V-1", TODAY));
        NEW.given(paid(MoneyKind.DEPOSIT, terms)).when(cancel).by("may").then(cancelled, DUE);
        NEW.given(paid(EARNEST_MONEY)).when(cancel).by("may").then(cancelled, DUE);
        NEW.given(paid(EARNEST_MONEY, terms))
                .when(new CancelDeposit(Side.BUYER, "no loan"))
                .by("may")
                .then(new DepositCancelled(UNIT, Side.BUYER, "no loan", "may"), DUE);
    }
}
