package io.milepost.opportunities.inbound.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code contract.signature-declined}: for which opportunity, if it says so, and why. */
public record SignatureDeclined(@Nullable UUID opportunityId, String reason) {}
