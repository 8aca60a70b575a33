package io.milepost.leads.inbound.contract;

import java.time.LocalDate;
import java.util.UUID;

/** {@code contract.signed}: with whom, and on which day. The contract is the event's subject. */
public record ContractSigned(UUID accountId, LocalDate signedOn) {}
