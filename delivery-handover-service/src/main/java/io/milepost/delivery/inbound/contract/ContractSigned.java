package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * {@code contract.signed}: for which opportunity and account, who answers for it, for how much and on which day. The contract is the
 * event's subject.
 *
 * @param basis what the contract rests on, as text, so that a basis of later is read too
 */
public record ContractSigned(
        UUID opportunityId, UUID accountId, String owner, Money value, LocalDate signedOn, String basis) {}
