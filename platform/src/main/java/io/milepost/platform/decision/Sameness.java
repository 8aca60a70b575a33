package io.milepost.platform.decision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether what stands says the same as what is said now: two texts, or two records with texts in them. Personal texts of what stands are
 * sealed, and no decision reads them; the answer is all that it is told. As with the time, it does not ask for keys itself.
 */
@FunctionalInterface
public interface Sameness {
    /** As long as nothing is sealed. */
    Sameness OPEN = Objects::equals;

    boolean is(@Nullable Object stands, @Nullable Object said);
}
