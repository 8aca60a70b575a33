package io.milepost.delivery.inbound.opportunity;

import io.milepost.delivery.kernel.Rules;

/** {@code sales-process.version-published}: what it says of handing over and closing. */
public record VersionPublished(int version, String name, Rules template) {}
