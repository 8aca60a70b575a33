package io.milepost.contracts.deposit;

import static io.milepost.contracts.kernel.TermsOfPhase.*;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Deposits that tests begin with. */
final class Deposits {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final UUID UNIT = new UUID(1, 1);
    static final UUID PHASE = new UUID(2, 1);
    static final UUID ANN = new UUID(3, 1);
    static final UUID BOB = new UUID(3, 2);
    static final UUID CONTRACT = new UUID(5, 1);
    static final Money PRICE = usd("90000.00");
    static final Payment WHOLE = new Payment("R-1", DEPOSIT, TODAY);
    static final Payment PART = new Payment("R-1", HOLD, TODAY);

    private Deposits() {}

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    static RecordDeposit record(MoneyKind kind, Money amount) {
        return new RecordDeposit(UNIT, ANN, "kim", 1, kind, "R-1", amount, null, "Canary Payer");
    }

    static Sale sale(MoneyKind kind, DepositTerms terms) {
        return new Sale("HARBOUR", "A-1", PHASE, "first", "quay", ANN, kind, 1, PRICE, terms);
    }

    static UnitOnOffer onOffer(DepositTerms terms, boolean confirmed, Priced... sheets) {
        return new UnitOnOffer(
                "HARBOUR", "A-1", new OnSale(PHASE, "first", "quay", terms), false, confirmed, List.of(sheets));
    }

    static Priced sheet(int number, UUID account) {
        return new Priced(number, account, PRICE, TODAY);
    }

    static DepositPaid paid(MoneyKind kind) {
        return paid(kind, TermsOfPhase.PUBLIC);
    }

    static DepositPaid paid(MoneyKind kind, DepositTerms terms) {
        return new DepositPaid(UNIT, "kim", sale(kind, terms), WHOLE, "Canary Payer");
    }

    static DepositPartlyPaid held() {
        return held(MoneyKind.EARNEST_MONEY);
    }

    static DepositPartlyPaid held(MoneyKind kind) {
        return new DepositPartlyPaid(
                UNIT,
                "kim",
                sale(kind, PRE_SALE),
                PART,
                usd("800.00"),
                TOP_UP_BY,
                TOP_UP_BY.plusDays(3),
                "Canary Payer");
    }

    static DepositRejected rejected() {
        return new DepositRejected(
                UNIT,
                "HARBOUR",
                "A-1",
                ANN,
                "kim",
                MoneyKind.EARNEST_MONEY,
                WHOLE,
                Rejection.UNIT_TAKEN,
                "Canary Payer");
    }
}
