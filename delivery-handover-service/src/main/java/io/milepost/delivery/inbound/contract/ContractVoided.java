package io.milepost.delivery.inbound.contract;

import java.time.LocalDate;

/** {@code contract.voided}: on which day. The contract is the event's subject. */
public record ContractVoided(LocalDate on) {}
