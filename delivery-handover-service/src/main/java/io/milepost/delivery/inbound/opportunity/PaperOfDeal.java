package io.milepost.delivery.inbound.opportunity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code solution.submitted}, {@code configuration.issued}, {@code bid.submitted}, {@code quotation.accepted}: of which deal, and of
 * what has versions, which. The paper is the event's subject.
 */
public record PaperOfDeal(UUID opportunityId, @Nullable Integer version) {}
