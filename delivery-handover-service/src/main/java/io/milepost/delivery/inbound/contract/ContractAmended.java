package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** {@code contract.amended}: what the contract is worth from now on, and which terms are set anew. The contract is the event's subject. */
public record ContractAmended(
        int number, Money value, @Nullable Terms terms) {

    public record Terms(@Nullable String qualityStandard) {}
}
