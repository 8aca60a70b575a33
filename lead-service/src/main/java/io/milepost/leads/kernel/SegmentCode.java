package io.milepost.leads.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a market segment is found by code, which one segment alone holds. A command that asks has to claim the codes: {@code .claims(X.class, SegmentCode.TAG, ..)}. */
public final class SegmentCode {
    /** The key of the tag by which a segment holds its code. */
    public static final String TAG = "segment-code";

    private SegmentCode() {}

    /** What to claim for these codes; nothing for one that is absent or blank. */
    public static List<String> claimed(@Nullable String... codes) {
        return Stream.of(codes)
                .filter(code -> code != null && !code.isBlank())
                .map(code -> Codes.canonical(code))
                .distinct()
                .toList();
    }

    /** Whether another entity is the segment of this code. */
    public static boolean isKnown(String code, Occasion occasion) {
        return occasion.holderOf(TAG, Codes.canonical(code)).isPresent();
    }
}
