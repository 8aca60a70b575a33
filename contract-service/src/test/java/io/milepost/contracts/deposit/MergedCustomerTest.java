package io.milepost.contracts.deposit;

import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.deposit.Deposits.*;
import static io.milepost.platform.decision.Decision.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.deposit.DepositEvent.*;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.kernel.OneCustomer;
import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.platform.testkit.Scenario;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A buyer whose accounts were merged after the price sheet was issued. */
class MergedCustomerTest {
    private static final UUID GOLDEN = new UUID(9, 1);

    @Test
    @DisplayName(
            "R-019, R-103, R-107: the price sheets of merged accounts are one buyer's, who needs no confirmation and keeps the account of the sheet")
    void sheets_of_merged_accounts_are_one_buyers() {
        var record = new RecordDeposit(
                UNIT, GOLDEN, "kim", 1, MoneyKind.EARNEST_MONEY, "R-1", TermsOfPhase.DEPOSIT, null, "Canary Payer");
        var unit = onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN), sheet(2, GOLDEN));
        Scenario.of(DEPOSIT).when(record).reading(unit).thenRefused(No.PRICE_SHEET_UNKNOWN);
        assertThat(Receiving.record(record, OneCustomer.on(TODAY, ANN, GOLDEN, unit)))
                .isEqualTo(accepted((DepositEvent) paid(MoneyKind.EARNEST_MONEY)));
        var contested = onOffer(TermsOfPhase.PUBLIC, false, sheet(1, ANN), sheet(2, BOB));
        assertThat(Receiving.record(record, OneCustomer.on(TODAY, ANN, GOLDEN, contested))
                        .events())
                .as("another customer wants it, too")
                .isEmpty();
    }
}
