package io.milepost.reporting.inbound.contract;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of contract-service's events that reports use. */
public final class ContractFacts {
    public static final String SOURCE = "contract";
    public static final String DRAFTED = "contract.drafted.v1";
    public static final String REVISED = "contract.revised.v1";
    public static final String SIGNED = "contract.signed.v1";
    public static final String BECAME_EFFECTIVE = "contract.became-effective.v1";
    public static final String WITHDRAWN = "contract.withdrawn.v1";
    public static final String AMENDED = "contract.amended.v1";
    public static final String VOIDED = "contract.voided.v1";

    private ContractFacts() {}

    /** {@link #DRAFTED}. */
    public record Drafted(
            @Nullable UUID opportunityId, @Nullable UUID accountId, String owner, Money value) {}

    /** {@link #REVISED}. */
    public record Revised(Money value) {}

    /** {@link #SIGNED}: by both parties. */
    public record Signed(String owner, Money value, LocalDate signedOn) {}

    /** {@link #BECAME_EFFECTIVE}. */
    public record BecameEffective(LocalDate effectiveOn) {}

    /** {@link #VOIDED}: it was signed by mistake, and counts no more from this day on. */
    public record Voided(LocalDate on) {}

    /** {@link #AMENDED}: what the contract is worth from then on. */
    public record Amended(Money value, LocalDate signedOn) {}

    /** {@link #DRAFTED} and {@link #REVISED}: what is sold, line by line. */
    public record Listed(@Nullable List<Line> lines) {
        public Listed {
            lines = lines == null ? null : List.copyOf(lines);
        }
    }

    /** A product, how much of it, at which price and discount. */
    public record Line(
            String product,
            BigDecimal quantity,
            Money unitPrice,
            @Nullable BigDecimal discountPercent) {}

    /** {@link #AMENDED}: the lines that it adds, changes or takes away. */
    public record AmendedLines(List<AmendedLine> lines) {
        public AmendedLines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One of them.
     *
     * @param number in the contract, from 1
     * @param after null of one that is taken away
     */
    public record AmendedLine(int number, @Nullable Line after) {}
}
