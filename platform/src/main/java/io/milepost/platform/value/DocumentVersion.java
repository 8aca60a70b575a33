package io.milepost.platform.value;

import java.util.UUID;

/** One version of a controlled document: what was in effect when somebody relied on it. */
public record DocumentVersion(UUID id, String code, int version) {}
