package io.milepost.leads.inbound.lead;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an account that stands in the place of none, or was merged into another: {@code mergedInto} is that one. */
public record MergedAccount(@Nullable UUID mergedInto) {}
