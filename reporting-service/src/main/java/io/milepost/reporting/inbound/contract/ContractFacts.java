package io.milepost.reporting.inbound.contract;

import static java.util.Objects.requireNonNull;

import io.milepost.reporting.inbound.Amount;
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
    public record Drafted(String owner, Amount value) {
        public Drafted {
            requireNonNull(owner);
            requireNonNull(value);
        }
    }

    /** {@link #REVISED}. */
    public record Revised(Amount value) {
        public Revised {
            requireNonNull(value);
        }
    }

    /** {@link #SIGNED}: by both parties. */
    public record Signed(String owner, Amount value, LocalDate signedOn) {
        public Signed {
            requireNonNull(owner);
            requireNonNull(value);
            requireNonNull(signedOn);
        }
    }

    /** {@link #BECAME_EFFECTIVE}. */
    public record BecameEffective(LocalDate effectiveOn) {
        public BecameEffective {
            requireNonNull(effectiveOn);
        }
    }
}
