package io.milepost.opportunities.opportunity.domain;

import io.milepost.opportunities.opportunity.domain.OpportunityEvent.OpportunityIdentified;
import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * The core data of an opportunity.
 *
 * @param identified what was known at the beginning
 * @param expectedValue what it is expected to bring now
 */
public record Deal(
        OpportunityIdentified identified, @Nullable Money expectedValue) {}
