package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.funnel.Deal;
import io.milepost.reporting.read.funnel.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as reports know it.
 *
 * @param deal where it stands, by the rules of the funnel
 * @param reason for which it was lost or withdrawn
 * @param closedOn the day that the business stated
 * @param stageSince the day from which it stands in its sales stage, or is proven to
 */
record Opportunity(
        Deal deal,
        @Nullable String name,
        @Nullable String product,
        @Nullable UUID account,
        @Nullable LocalDate expectedCloseOn,
        @Nullable String template,
        @Nullable String reason,
        @Nullable LocalDate closedOn,
        LocalDate stageSince) {

    Opportunity becomes(Deal now) {
        boolean stays = now.salesStage().equals(deal.salesStage());
        return new Opportunity(
                now,
                name,
                product,
                account,
                expectedCloseOn,
                template,
                reason,
                closedOn,
                stays ? stageSince : now.day());
    }

    Opportunity closed(@Nullable String why, LocalDate on) {
        return new Opportunity(deal, name, product, account, expectedCloseOn, template, why, on, stageSince);
    }

    String owner() {
        return deal.owner();
    }

    Stage stage() {
        return deal.stage();
    }

    long trueStage() {
        return deal.salesStage().proven();
    }

    @Nullable
    Money value() {
        return deal.value();
    }

    @Nullable
    String accountId() {
        return account == null ? null : account.toString();
    }

    @Nullable
    String closeMonth() {
        return closedOn == null ? null : YearMonth.from(closedOn).toString();
    }

    /** Value times probability, rounded HALF_UP once a deal. */
    @Nullable
    Money weighted() {
        Money value = deal.value();
        return value == null
                ? null
                : Money.rounded(value.amount().multiply(BigDecimal.valueOf(deal.probability(), 2)), value.currency());
    }

    /** How likely it is was never said of a deal that has proven nothing. */
    boolean proven() {
        return deal.salesStage().proven() > 0;
    }

    boolean known() {
        return true;
    }

    boolean open() {
        return stage().open();
    }

    boolean identified() {
        return stage() == Stage.IDENTIFIED;
    }

    boolean qualified() {
        return stage() == Stage.QUALIFIED;
    }

    boolean won() {
        return stage() == Stage.WON;
    }

    boolean lost() {
        return stage() == Stage.LOST;
    }

    boolean withdrawn() {
        return stage() == Stage.WITHDRAWN;
    }

    boolean rejected() {
        return stage() == Stage.REJECTED;
    }

    /** At least: a won deal has reached everything before it, also what it skipped (decision 41). */
    boolean reachedQualified() {
        return deal.qualified() || won();
    }

    boolean skippedQualified() {
        return won() && !deal.qualified();
    }

    /** It was moved into a stage that it has not entered. */
    boolean nominal() {
        return open() && !deal.salesStage().entered();
    }

    /** Since when it stands where it stands, while something may still become of it. */
    @Nullable
    LocalDate standingSince() {
        return open() ? stageSince : null;
    }
}
