package io.milepost.opportunities.inbound.contract;

import java.time.LocalDate;
import java.util.UUID;

/** {@code contract.voided}: of which opportunity, why, on which day. The contract is the event's subject. */
public record ContractVoided(UUID opportunityId, String reason, LocalDate on) {}
