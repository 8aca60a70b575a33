package io.milepost.delivery.handover.domain;

import org.jspecify.annotations.Nullable;

/** A piece of the package: what it is and where it is kept. */
public record PackageItem(
        ItemKind kind, String title, @Nullable String reference) {}
