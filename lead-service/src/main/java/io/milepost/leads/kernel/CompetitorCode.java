package io.milepost.leads.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;

/** How a competitor is found by code, which one competitor alone holds. A command that asks has to claim the codes: {@code .claims(X.class, CompetitorCode.TAG, ..)}. */
public final class CompetitorCode {
    /** The key of the tag by which a competitor holds its code. */
    public static final String TAG = "competitor-code";

    private CompetitorCode() {}

    /** What to claim for these codes; nothing for one that is blank. */
    public static List<String> claimed(List<String> codes) {
        return codes.stream()
                .filter(code -> !code.isBlank())
                .map(Codes::canonical)
                .distinct()
                .toList();
    }

    /** Whether another entity is the competitor of this code. */
    public static boolean isKnown(String code, Occasion occasion) {
        return occasion.holderOf(TAG, Codes.canonical(code)).isPresent();
    }
}
