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

/** What a seller owes, and what is not the seller's to do. */
class SellingSideTest {
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

    @Test
    @DisplayName("R-108, decision 23: whoever sells a unit neither receives its deposit nor returns it")
    void who_sells_books_nothing() {
        var record = record(EARNEST_MONEY, TermsOfPhase.DEPOSIT);
        var unit = onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN));
        NEW.when(record).reading(unit).byMember("KIM").thenRefused(No.MONEY_BY_SELLER);
        NEW.when(record).reading(unit).byMember("fin").then(paid(EARNEST_MONEY));
        var more = new TopUpDeposit("R-2", usd("800.00"), TODAY);
        NEW.given(held()).when(more).byMember("kim").thenRefused(No.MONEY_BY_SELLER);
        NEW.given(held())
                .when(more)
                .byMember("fin")
                .then(new DepositToppedUp(UNIT, new Payment("R-2", usd("800.00"), TODAY), usd("0.00")));
        var ended = NEW.given(paid(EARNEST_MONEY), new DepositCancelled(UNIT, Side.BUYER, "no loan", "may"), DUE);
        ended.when(new RefundDeposit("V-1", null)).byMember("kim").thenRefused(No.MONEY_BY_SELLER);
        ended.when(new RefundDeposit("V-1", null))
                .byMember("fin")
                .then(new DepositRefunded(UNIT, TermsOfPhase.DEPOSIT, "V-1", TODAY));
    }
}
