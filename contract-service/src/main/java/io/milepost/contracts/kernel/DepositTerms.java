package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which terms deposits are taken in a phase; settings of the phase, none of which is a constant here (R-115, R-118, decisions 15 and 20).
 *
 * @param deposit what takes a unit
 * @param minimumHold the least with which a unit is held until the rest is paid; null where a part is not enough
 * @param topUpBy last day on which the rest of a partial deposit is in time; present where a part is enough
 * @param graceDays after {@code topUpBy}, until the hold expires
 * @param earnestCapPercent of the price that earnest money may be at most
 * @param forfeitPercent of earnest money that may be forfeited at most; 0 where all goes back
 * @param forfeitApprover code of the member who decides on forfeiture; null where any sales manager may
 * @param signingGraceDays after the agreed day of signing, until the subscription expires
 * @param sideAgreements names of the written agreements that are signed with the subscription letter
 * @param pack names of the documents that the buyer is given
 * @param salesManager code of the member who confirms that units are unsold; null where any sales manager may
 * @param supervisor code of the member who reviews subscription letters; null where any sales manager may
 * @param sellerReturnPercent of earnest money that a buyer gets back where the seller gives the sale up; all of it and no more when absent
 */
public record DepositTerms(
        Money deposit,
        @Nullable Money minimumHold,
        @Nullable LocalDate topUpBy,
        int graceDays,
        BigDecimal earnestCapPercent,
        BigDecimal forfeitPercent,
        @Nullable String forfeitApprover,
        int signingGraceDays,
        @Limit(50) List<String> sideAgreements,
        @Limit(50) List<String> pack,
        @Nullable String salesManager,
        @Nullable String supervisor,
        @Nullable BigDecimal sellerReturnPercent) {
    public DepositTerms {
        sideAgreements = List.copyOf(sideAgreements);
        pack = List.copyOf(pack);
    }

    /** Of a phase that names nobody besides who decides on forfeiture. */
    public DepositTerms(
            Money deposit,
            @Nullable Money minimumHold,
            @Nullable LocalDate topUpBy,
            int graceDays,
            BigDecimal earnestCapPercent,
            BigDecimal forfeitPercent,
            @Nullable String forfeitApprover,
            int signingGraceDays,
            List<String> sideAgreements,
            List<String> pack) {
        this(
                deposit,
                minimumHold,
                topUpBy,
                graceDays,
                earnestCapPercent,
                forfeitPercent,
                forfeitApprover,
                signingGraceDays,
                sideAgreements,
                pack,
                null,
                null,
                null);
    }

    /** What goes back of earnest money that the seller gave up (decision 20). */
    public Money returnedBySeller(Money paid) {
        return sellerReturnPercent == null
                ? paid
                : Money.rounded(paid.amount().multiply(sellerReturnPercent).movePointLeft(2), paid.currency());
    }
}
