package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;
import java.util.UUID;

/** Whether the papers that were filed first, under the id of the project, are there. What was destroyed is not filed. */
public record Papers(boolean kept) {

    /** Those, or others that were filed for it. */
    public static boolean areKept(Occasion occasion, UUID project) {
        return occasion.read(Papers.class).map(Papers::kept).orElse(false)
                || occasion.holderOf(Claims.FILED, project.toString()).isPresent();
    }
}
