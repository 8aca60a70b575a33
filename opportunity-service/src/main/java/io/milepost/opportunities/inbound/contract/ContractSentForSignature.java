package io.milepost.opportunities.inbound.contract;

import java.time.LocalDate;
import java.util.UUID;

/** {@code contract.sent-for-signature}: for which opportunity, on which day. The contract is the event's subject. */
public record ContractSentForSignature(UUID opportunityId, LocalDate sentOn) {}
