package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Sameness;
import io.milepost.platform.decision.Who;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A day on which one account is known to be merged into another. */
public final class OneCustomer {
    private OneCustomer() {}

    public static Occasion on(LocalDate today, UUID merged, UUID golden, Record... reads) {
        var others = new HashMap<Class<?>, Record>();
        for (var read : reads) {
            others.put(read.getClass(), read);
        }
        return new Occasion(
                Scenario.ID,
                Scenario.NOW,
                today,
                new Who("someone", null, true),
                Map.of(),
                Map.of(),
                others,
                account -> account.equals(merged) ? golden : account,
                Sameness.OPEN);
    }
}
