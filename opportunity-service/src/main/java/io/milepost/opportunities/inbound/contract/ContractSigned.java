package io.milepost.opportunities.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;

/** {@code contract.signed}: for which opportunity, for how much, on which day. The contract is the event's subject. */
public record ContractSigned(UUID opportunityId, Money value, LocalDate signedOn) {}
