package io.milepost.reporting.read.funnel;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.cells.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What the funnel knows of one opportunity.
 *
 * @param stage of its status
 * @param qualified whether it ever was, whatever became of it
 * @param value expected, once won that of the contract; null as long as nobody has said
 * @param closeMonth of the day on which it was won, lost or withdrawn; null before and for a rejected one
 * @param salesStage in which it stands, once closed in which it stood last
 * @param probability to win, in whole percent
 * @param stages how many its sales process has; absent for as many as {@link SalesStage#USUAL}
 */
public record Deal(
        String owner,
        Stage stage,
        boolean qualified,
        @Nullable Money value,
        @Nullable YearMonth closeMonth,
        SalesStage salesStage,
        int probability,
        LocalDate day,
        @Nullable Integer stages)
        implements View {

    static Deal identified(String owner, @Nullable Money value, @Nullable Integer stages, LocalDate on) {
        return new Deal(owner, Stage.IDENTIFIED, false, value, null, SalesStage.FIRST, 0, on, stages);
    }

    /** The stage that succeeds by the signature. */
    public int lastStage() {
        return stages == null ? SalesStage.USUAL : stages;
    }

    /** Whether only the signature is missing. */
    public boolean isLastEntered() {
        return salesStage.entered() && salesStage.number() == lastStage();
    }

    Deal to(Stage next, LocalDate on) {
        return new Deal(
                owner,
                next,
                qualified || next == Stage.QUALIFIED,
                value,
                closeMonth,
                salesStage,
                probability,
                notBefore(on),
                stages);
    }

    Deal worth(Money now, LocalDate on) {
        return new Deal(owner, stage, qualified, now, closeMonth, salesStage, probability, notBefore(on), stages);
    }

    Deal closed(Stage end, LocalDate on) {
        return new Deal(
                owner, end, qualified, value, YearMonth.from(on), salesStage, probability, notBefore(on), stages);
    }

    Deal in(SalesStage now, LocalDate on) {
        return new Deal(owner, stage, qualified, value, closeMonth, now, probability, notBefore(on), stages);
    }

    Deal likely(int percent, LocalDate on) {
        return new Deal(owner, stage, qualified, value, closeMonth, salesStage, percent, notBefore(on), stages);
    }

    /** Nothing but that something was known of it on this day. */
    Deal known(LocalDate on) {
        return new Deal(owner, stage, qualified, value, closeMonth, salesStage, probability, notBefore(on), stages);
    }

    /** Value times probability, rounded HALF_UP once to the currency's scale, in minor units; nothing without a value. */
    long weightedMinor() {
        return value == null
                ? 0
                : Amounts.minor(
                        Money.rounded(value.amount().multiply(BigDecimal.valueOf(probability, 2)), value.currency()));
    }
}
