package io.milepost.reporting.inbound.contract;

import io.milepost.platform.value.Money;
import java.time.LocalDate;

/** Types and fields of contract-service's events that reports use. */
public final class ContractFacts {
    public static final String SOURCE = "contract";
    public static final String DRAFTED = "contract.drafted.v1";
    public static final String REVISED = "contract.revised.v1";
    public static final String SIGNED = "contract.signed.v1";
    public static final String BECAME_EFFECTIVE = "contract.became-effective.v1";

    private ContractFacts() {}

    /** {@link #DRAFTED}. */
    public record Drafted(String owner, Money value) {}

    /** {@link #REVISED}. */
    public record Revised(Money value) {}

    /** {@link #SIGNED}: by both parties. */
    public record Signed(String owner, Money value, LocalDate signedOn) {}

    /** {@link #BECAME_EFFECTIVE}. */
    public record BecameEffective(LocalDate effectiveOn) {}
}
