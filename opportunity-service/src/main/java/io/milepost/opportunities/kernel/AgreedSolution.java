package io.milepost.opportunities.kernel;

import java.util.List;
import java.util.UUID;

/** What others have to know of a solution: the version that its customer confirmed last, 0 where there is none, and its products. */
public record AgreedSolution(UUID opportunityId, int version, List<String> products) {
    public AgreedSolution {
        products = List.copyOf(products);
    }
}
