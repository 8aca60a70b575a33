package io.milepost.delivery.handover;

import io.milepost.delivery.handover.Handover.ItemKind;
import org.jspecify.annotations.Nullable;

/** An item of the package: what it is and where it is kept. */
public record PackageItem(
        ItemKind kind, String title, @Nullable String reference) {}
