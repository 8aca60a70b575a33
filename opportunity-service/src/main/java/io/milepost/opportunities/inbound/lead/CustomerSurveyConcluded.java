package io.milepost.opportunities.inbound.lead;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code customer-survey.concluded}: a customer was asked for needs and problems; the survey is the event's subject. */
public record CustomerSurveyConcluded(@Nullable UUID opportunityId, LocalDate on) {}
