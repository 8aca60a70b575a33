package io.milepost.contracts.kernel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sales process says of the money of its contracts.
 *
 * @param remindDaysBefore how many days before it is to be paid the owner of an instalment is reminded
 * @param escalateDaysAfter how many days after that day the manager learns that it is still open
 * @param writeOffLimits how much each approver may give up of one contract; as {@link StandardCollection} says when absent
 * @param holdOnMissedAdvance whether no order is confirmed while an advance is missed (gate G15); orders go on when absent
 * @param collectWhileDisputed whether a disputed settlement changes nothing; when absent, collecting pauses (domain 3.5)
 */
public record CollectionTerms(
        int remindDaysBefore,
        int escalateDaysAfter,
        @Nullable List<WriteOffLimit> writeOffLimits,
        @Nullable Boolean holdOnMissedAdvance,
        @Nullable Boolean collectWhileDisputed) {
    public CollectionTerms {
        writeOffLimits = writeOffLimits == null || writeOffLimits.isEmpty() ? null : List.copyOf(writeOffLimits);
    }

    /** Who may give up money that is owed. */
    public enum Approver {
        FINANCE,
        SALES_MANAGER,
        SPONSOR
    }

    /**
     * How much an approver may give up of one contract in all.
     *
     * @param upTo in the currency of the contract, itself allowed; all when absent
     */
    public record WriteOffLimit(Approver by, @Nullable BigDecimal upTo) {
        boolean covers(BigDecimal inAll) {
            return upTo == null || inAll.compareTo(upTo) <= 0;
        }
    }

    private List<WriteOffLimit> limits() {
        var limits = writeOffLimits == null ? StandardCollection.TERMS.writeOffLimits() : writeOffLimits;
        return Objects.requireNonNull(limits);
    }

    public boolean holdsOnMissedAdvance() {
        return Boolean.TRUE.equals(holdOnMissedAdvance);
    }

    public boolean collectsWhileDisputed() {
        return Boolean.TRUE.equals(collectWhileDisputed);
    }

    /** Names of the roles that may give up so much of one contract. */
    public Collection<String> approversOf(BigDecimal inAll) {
        return limits().stream()
                .filter(limit -> limit.covers(inAll))
                .map(limit -> limit.by().name())
                .toList();
    }
}
