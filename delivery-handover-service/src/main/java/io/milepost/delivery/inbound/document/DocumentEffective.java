package io.milepost.delivery.inbound.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code document.became-effective}: which version of what document, about which entity. The document is the event's subject. */
public record DocumentEffective(
        int version, String kind, String code, @Nullable UUID subjectId) {}
