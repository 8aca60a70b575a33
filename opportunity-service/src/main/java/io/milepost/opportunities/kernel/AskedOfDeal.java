package io.milepost.opportunities.kernel;

import io.milepost.opportunities.kernel.Pursuit.Asked;
import io.milepost.platform.decision.Occasion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sales process of a deal asks for before a step is taken, as whatever is made for the deal has to know it.
 *
 * @param surveyed whether a survey of the customer was carried out for it
 * @param held whether it is on hold
 */
public record AskedOfDeal(List<Asked> asked, boolean surveyed, boolean held) {
    public AskedOfDeal {
        asked = List.copyOf(asked);
    }

    /** Of a deal that goes on. */
    public AskedOfDeal(List<Asked> asked, boolean surveyed) {
        this(asked, surveyed, false);
    }

    public static AskedOfDeal of(@Nullable Pursuit pursuit, boolean surveyed, boolean held) {
        return new AskedOfDeal(
                pursuit == null || pursuit.asked() == null ? List.of() : pursuit.asked(), surveyed, held);
    }

    /** Whether the deal that the decision reads asks for this; automations, timers and importers repeat what was decided elsewhere. */
    public static boolean isAsked(Occasion occasion, Asked what) {
        return occasion.who().bound()
                && occasion.read(AskedOfDeal.class)
                        .filter(deal -> deal.asked().contains(what))
                        .isPresent();
    }
}
