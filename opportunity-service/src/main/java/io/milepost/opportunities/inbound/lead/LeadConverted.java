package io.milepost.opportunities.inbound.lead;

import io.milepost.platform.value.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code lead.converted}: what the opportunity begins with. The lead is the event's subject.
 *
 * @param need sealed by lead-service, and carried on as it is
 * @param surveyId survey of the customer's needs that was carried out before
 */
public record LeadConverted(
        UUID opportunityId,
        @Nullable UUID accountId,
        String owner,
        @Nullable String companyName,
        @Nullable String need,
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable String finding,
        @Nullable String product,
        @Nullable Money expectedValue,
        @Nullable UUID surveyId) {}
