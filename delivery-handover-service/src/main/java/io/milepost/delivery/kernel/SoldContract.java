package io.milepost.delivery.kernel;

import static io.milepost.delivery.kernel.ServiceRefusal.ACCOUNT_OF_OTHER_CONTRACT;
import static io.milepost.delivery.kernel.ServiceRefusal.CONTRACT_UNKNOWN;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Occasion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of the contract that something after the sale is about.
 *
 * @param owner code of the member who sold it
 * @param promised null where that is what is promised to everybody
 */
public record SoldContract(
        UUID accountId, String owner, @Nullable Promised promised) {

    /**
     * What its sales process promises after the sale.
     *
     * @param ruleSet id of the copy of the version that says so
     * @param version of the sales process
     */
    public record Promised(UUID ruleSet, int version, AfterSales what) {}

    /** What becomes of a visit to its customer, where its sales process says so. */
    public static @Nullable VisitRules visiting(Occasion occasion) {
        return occasion.read(SoldContract.class)
                .map(SoldContract::promised)
                .map(promised -> promised.what().visiting())
                .orElse(null);
    }

    /** A contract that is named was signed, and with this account. */
    public static Checks check(Checks checks, @Nullable UUID contractId, UUID accountId, Occasion occasion) {
        if (contractId == null) {
            return checks;
        }
        var sold = occasion.read(SoldContract.class);
        return checks.that(sold.isPresent(), "/contractId", CONTRACT_UNKNOWN)
                .that(
                        sold.isEmpty() || sold.get().accountId().equals(accountId),
                        "/accountId",
                        ACCOUNT_OF_OTHER_CONTRACT);
    }
}
