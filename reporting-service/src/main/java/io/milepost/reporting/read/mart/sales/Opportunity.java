package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.value.Money;
import io.milepost.reporting.read.mart.declare.Periods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity as reports know it.
 *
 * @param walk where it stands, by the rules for deals, and its way there
 * @param end what was said of its end; null before, and after that is undone
 * @param stageSince the day from which it stands in its sales stage, or is proven to, or is open again
 * @param changes that it made to the open value, in their order
 */
record Opportunity(Walk walk, About about, @Nullable End end, LocalDate stageSince, List<Change> changes) {

    /** After so many days in one stage it is stuck. */
    private static final int STUCK = 30;

    Opportunity {
        changes = List.copyOf(changes);
    }

    Deal deal() {
        return walk.deal();
    }

    Opportunity becomes(Walk now) {
        boolean stays = now.deal().salesStage().equals(deal().salesStage())
                && !now.deal().isReopenedAfter(deal());
        return new Opportunity(now, about, end, stays ? stageSince : now.day(), changes);
    }

    Opportunity said(About now) {
        return new Opportunity(walk, now, end, stageSince, changes);
    }

    /** Null where its end is undone. */
    Opportunity ended(@Nullable End how) {
        return new Opportunity(walk, about, how, stageSince, changes);
    }

    /** With what came of it for the open value, after it was this before. */
    Opportunity moved(@Nullable Opportunity before) {
        var more = Change.between(before == null ? null : before.deal(), deal(), reason());
        return more.isEmpty()
                ? this
                : new Opportunity(
                        walk,
                        about,
                        end,
                        stageSince,
                        Stream.concat(changes.stream(), more.stream()).toList());
    }

    @Nullable
    String name() {
        return about.name();
    }

    @Nullable
    String product() {
        return about.product();
    }

    @Nullable
    String template() {
        return about.template();
    }

    @Nullable
    LocalDate expectedCloseOn() {
        return about.expectedCloseOn();
    }

    @Nullable
    String channel() {
        return about.channel();
    }

    @Nullable
    String campaign() {
        return about.campaign();
    }

    /** The stage that made it as likely as it is, 0 before the first. */
    long succeededStage() {
        var stands = deal().salesStage();
        if (!stands.entered() || walk.stays().isEmpty()) {
            return stands.proven();
        }
        boolean over = walk.stays().getLast().succeededOn() != null;
        return over ? stands.proven() : stands.proven() - 1L;
    }

    /** Under the name that contracts and leads have for it. */
    String dealId() {
        return about.deal().toString();
    }

    boolean fromLead() {
        return about.lead() != null;
    }

    LocalDate identifiedOn() {
        return about.identifiedOn();
    }

    @Nullable
    String reason() {
        return end == null ? null : end.reason();
    }

    @Nullable
    String cause() {
        return end == null ? null : end.cause();
    }

    @Nullable
    LocalDate closedOn() {
        return end == null ? null : end.on();
    }

    /** Also of one that was rejected, of which nobody states a day. */
    @Nullable
    LocalDate endedOn() {
        return rejected() ? deal().day() : closedOn();
    }

    String owner() {
        return deal().owner();
    }

    Stage stage() {
        return deal().stage();
    }

    long trueStage() {
        return deal().salesStage().proven();
    }

    @Nullable
    Money value() {
        return deal().value();
    }

    @Nullable
    String accountId() {
        return about.account() == null ? null : about.account().toString();
    }

    @Nullable
    String closeMonth() {
        return Periods.month(closedOn());
    }

    /** In whose figures it counts: on the day that it closed, or as long as it is open is expected to. */
    private @Nullable LocalDate closing() {
        return open() ? expectedCloseOn() : closedOn();
    }

    @Nullable
    String forMonth() {
        return Periods.month(closing());
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(closing());
    }

    @Nullable
    String forYear() {
        return Periods.year(closing());
    }

    /** Value times probability, rounded HALF_UP once a deal. */
    @Nullable
    Money weighted() {
        Money value = deal().value();
        return value == null
                ? null
                : Money.rounded(value.amount().multiply(BigDecimal.valueOf(deal().probability(), 2)), value.currency());
    }

    /** How likely it is was never said of a deal that has proven nothing. */
    boolean proven() {
        return deal().salesStage().proven() > 0;
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
        return deal().qualified() || won();
    }

    boolean skippedQualified() {
        return won() && !deal().qualified();
    }

    /** It was moved into a stage that it has not entered. */
    boolean nominal() {
        return open() && !deal().salesStage().entered();
    }

    /** The last day of 30 in its stage, while something may still come of it. */
    @Nullable
    LocalDate stuckAfter() {
        return open() ? stageSince.plusDays(STUCK) : null;
    }

    @Nullable
    LocalDate stuckSince() {
        return open() ? stageSince.plusDays(STUCK + 1L) : null;
    }

    /** Nothing says when it will be stuck no more. */
    @Nullable
    LocalDate never() {
        return null;
    }

    /** None of what was closed in another way than won. */
    @Nullable
    LocalDate expectedOfOpenOrWon() {
        return open() || won() ? expectedCloseOn() : null;
    }

    /** While it is open: its closing is late from that day on. */
    @Nullable
    LocalDate lateFrom() {
        LocalDate expected = expectedCloseOn();
        return expected == null ? null : expected.plusDays(1);
    }

    boolean closesLate() {
        return open() && expectedCloseOn() != null;
    }

    /** Since when it stands where it stands, while something may still become of it. */
    @Nullable
    LocalDate standingSince() {
        return open() ? stageSince : null;
    }
}
