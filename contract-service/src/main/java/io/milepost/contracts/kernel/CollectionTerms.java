package io.milepost.contracts.kernel;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
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
     * @param upTo itself allowed; all when absent
     * @param currency of that amount; absent in terms from before it was stated, where the amount is in the currency of the contract
     */
    public record WriteOffLimit(
            Approver by,
            @Nullable BigDecimal upTo,
            @Nullable Currency currency) {
        private boolean isFor(Money inAll) {
            return upTo == null || currency == null || currency.equals(inAll.currency());
        }

        private boolean covers(Money inAll) {
            return isFor(inAll) && (upTo == null || inAll.amount().compareTo(upTo) <= 0);
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

    /** Names of the roles that may give up so much of one contract; the highest where nothing is said of its currency. */
    public Collection<String> approversOf(Money inAll) {
        return limits().stream().noneMatch(limit -> limit.isFor(inAll))
                ? List.of(Approver.SPONSOR.name())
                : limits().stream()
                        .filter(limit -> limit.covers(inAll))
                        .map(limit -> limit.by().name())
                        .toList();
    }
}
