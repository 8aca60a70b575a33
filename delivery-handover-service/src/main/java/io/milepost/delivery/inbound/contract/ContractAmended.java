package io.milepost.delivery.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code contract.amended}: what the contract is worth from now on, which terms are set anew, and what happened to its lines. The contract is the event's subject. */
public record ContractAmended(
        int number,
        Money value,
        List<Line> lines,
        @Nullable Terms previousTerms,
        @Nullable Terms terms) {

    public record Terms(
            @Nullable String qualityStandard, @Nullable LocalDate deliveryDeadline) {}

    /** A line by its number; added where nothing was before, taken away where nothing is after. */
    public record Line(
            int number, @Nullable Sold before, @Nullable Sold after) {}

    public record Sold(String product) {}
}
