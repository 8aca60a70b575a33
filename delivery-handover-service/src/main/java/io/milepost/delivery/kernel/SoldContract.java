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
 */
public record SoldContract(UUID accountId, String owner) {

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
