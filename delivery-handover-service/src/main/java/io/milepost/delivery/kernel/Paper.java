package io.milepost.delivery.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of a deal or a contract that has to be filed.
 *
 * @param id of the entity that it is, such as a document, a quotation or a register book
 * @param kind that of a document, or what else it is
 * @param code by which people name it, where it has one
 * @param version absent for what has none; a later one is filed anew
 */
public record Paper(
        UUID id,
        String kind,
        @Nullable String code,
        @Nullable Integer version) {

    /** As a refusal names it. */
    String said() {
        return kind + " " + (code == null ? id : code) + (version == null ? "" : " version " + version);
    }
}
