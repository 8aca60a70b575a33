package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code contract.signed}: for which opportunity and account, who answers for it, for how much and on which day. The contract is the
 * event's subject.
 *
 * @param basis what the contract rests on, as text, so that a basis of later is read too
 * @param qualityStandard what it says about quality; absent where it says nothing, or the producer did not tell yet
 * @param template name of the sales process of the deal; absent where the producer knew none, as is the version
 */
public record ContractSigned(
        UUID opportunityId,
        UUID accountId,
        String owner,
        Money value,
        LocalDate signedOn,
        String basis,
        @Nullable String template,
        @Nullable Integer templateVersion,
        @Nullable String qualityStandard) {}
