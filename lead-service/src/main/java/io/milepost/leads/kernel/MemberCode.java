package io.milepost.leads.kernel;

import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one of the own sales staff is found by code, which one member alone holds. A command that asks has to claim the spellings. */
public final class MemberCode {
    /** The key of the tag by which a member holds its code. */
    public static final String TAG = "code";

    private MemberCode() {}

    /** The canonical spelling of each code, and the stated one, which alone was a tag before there was a canonical one. */
    public static List<String> spellings(@Nullable String... codes) {
        return Stream.of(codes)
                .filter(code -> code != null && !code.isBlank())
                .flatMap(code -> Stream.of(Codes.canonical(code), code))
                .distinct()
                .toList();
    }

    /** Who has this code; empty when nobody does. */
    public static Optional<UUID> holderOf(String code, Occasion occasion) {
        return spellings(code).stream()
                .flatMap(spelling -> occasion.holderOf(TAG, spelling).stream())
                .findFirst();
    }
}
