package io.milepost.platform.value;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A view of an entity in whose place another one of its kind may stand, as after a merge. Who reads the entity of today is sent there. */
public interface Moved {
    /** The one that stands in its place; null where it is still itself. */
    @Nullable
    UUID movedTo();
}
