package io.milepost.contracts.kernel;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of deposits that tests vary. */
public final class TermsOfPhase {
    public static final Money DEPOSIT = Money.of("1000.00", "USD");
    public static final Money HOLD = Money.of("200.00", "USD");
    public static final LocalDate TOP_UP_BY = LocalDate.parse("2026-04-01");

    /** The whole deposit, of which a tenth may be forfeited. */
    public static final DepositTerms PUBLIC = of(null, null, "10", null);

    /** A part is enough until the first of April, and three days more. */
    public static final DepositTerms PRE_SALE = of(HOLD, TOP_UP_BY, "10", "boss");

    private TermsOfPhase() {}

    /** The whole deposit, in a phase that says who confirms units and who reviews letters. */
    public static DepositTerms naming(@Nullable String salesManager, @Nullable String supervisor) {
        return new DepositTerms(
                DEPOSIT,
                null,
                null,
                3,
                new BigDecimal("20"),
                new BigDecimal("10"),
                null,
                5,
                List.of("house rules"),
                List.of("floor plan"),
                salesManager,
                supervisor,
                null);
    }

    /** The whole deposit, of which a seller who gives the sale up returns so much. */
    public static DepositTerms returning(String percent) {
        var like = PUBLIC;
        return new DepositTerms(
                like.deposit(),
                null,
                null,
                like.graceDays(),
                like.earnestCapPercent(),
                like.forfeitPercent(),
                null,
                like.signingGraceDays(),
                like.sideAgreements(),
                like.pack(),
                null,
                null,
                new BigDecimal(percent));
    }

    public static DepositTerms of(
            @Nullable Money hold, @Nullable LocalDate topUpBy, String forfeit, @Nullable String approver) {
        return new DepositTerms(
                DEPOSIT,
                hold,
                topUpBy,
                3,
                new BigDecimal("20"),
                new BigDecimal(forfeit),
                approver,
                5,
                List.of("house rules"),
                List.of("floor plan"));
    }
}
