package io.milepost.delivery.deliveryproject.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An issue and, once it is resolved, how. */
public record Issue(
        UUID issueId,
        String title,
        Severity severity,
        @Nullable String resolution) {

    boolean isOpen() {
        return resolution == null;
    }

    Issue resolved(String how) {
        return new Issue(issueId, title, severity, how);
    }
}
