package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What acceptance and settlement have to know of their contract, with all its amendments; each is null where it is not known.
 *
 * @param standard what the contract says about quality
 * @param received what the customer has paid so far
 */
public record Agreed(
        @Nullable Money value,
        @Nullable String standard,
        @Nullable Money received) {
    private static final Agreed NOTHING = new Agreed(null, null, null);

    public static Agreed of(Occasion occasion) {
        return occasion.read(Agreed.class).orElse(NOTHING);
    }
}
