package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an opportunity stands, and what it is worth.
 *
 * @param stage of its status
 * @param qualified whether it ever was, whatever became of it
 * @param value expected, once won that of the contract; null as long as nobody has said
 * @param salesStage in which it stands, once closed in which it stood last
 * @param probability to win, in whole percent
 * @param stages how many its sales process has; absent for as many as {@link SalesStage#USUAL}
 */
record Deal(
        String owner,
        Stage stage,
        boolean qualified,
        @Nullable Money value,
        SalesStage salesStage,
        int probability,
        LocalDate day,
        @Nullable Integer stages) {

    static Deal identified(String owner, @Nullable Money value, @Nullable Integer stages, LocalDate on) {
        return new Deal(owner, Stage.IDENTIFIED, false, value, SalesStage.FIRST, 0, on, stages);
    }

    /** The stage that succeeds by the signature. */
    int lastStage() {
        return stages == null ? SalesStage.USUAL : stages;
    }

    /** Whether its end was undone. */
    boolean isReopenedAfter(Deal before) {
        return stage.open() && !before.stage().open();
    }

    /** Whether only the signature is missing. */
    boolean isLastEntered() {
        return salesStage.entered() && salesStage.number() == lastStage();
    }

    Deal to(Stage next, LocalDate on) {
        return new Deal(
                owner,
                next,
                qualified || next == Stage.QUALIFIED,
                value,
                salesStage,
                probability,
                notBefore(on),
                stages);
    }

    Deal worth(Money now, LocalDate on) {
        return new Deal(owner, stage, qualified, now, salesStage, probability, notBefore(on), stages);
    }

    Deal closed(Stage end, LocalDate on) {
        return new Deal(owner, end, qualified, value, salesStage, probability, notBefore(on), stages);
    }

    Deal in(SalesStage now, LocalDate on) {
        return new Deal(owner, stage, qualified, value, now, probability, notBefore(on), stages);
    }

    Deal likely(int percent, LocalDate on) {
        return new Deal(owner, stage, qualified, value, salesStage, percent, notBefore(on), stages);
    }

    Deal ownedBy(String other, LocalDate on) {
        return new Deal(other, stage, qualified, value, salesStage, probability, notBefore(on), stages);
    }

    /** Nothing but that something was known of it on this day. */
    Deal known(LocalDate on) {
        return new Deal(owner, stage, qualified, value, salesStage, probability, notBefore(on), stages);
    }

    /**
     * The day from which a next change counts. A closing day that the business states may lie before what is already known; then it
     * counts with that, because a past day's figures are a prefix of the deal's story.
     */
    private LocalDate notBefore(LocalDate stated) {
        return stated.isBefore(day) ? day : stated;
    }
}
