package io.milepost.reporting.read.mart.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deal's stay in a stage, or that it has reached one without ever staying in it (decision 41).
 *
 * @param stay null where there was none
 * @param first whether it is the deal's first row of the stage, by which reached and skipped stages are counted
 * @param again whether the deal had entered the stage before
 * @param everEntered whether any of the deal's stays in the stage was proven
 */
record StageRow(Opportunity deal, int stage, @Nullable Stay stay, boolean first, boolean again, boolean everEntered) {

    /** A name of a row stays what it is, as stays are only ever added. */
    static Map<String, StageRow> of(Opportunity deal) {
        Walk walk = deal.walk();
        var entered = new HashMap<Integer, Integer>();
        walk.stays().stream().filter(Stay::entered).forEach(stay -> entered.merge(stay.stage(), 1, Integer::sum));
        var before = new HashMap<Integer, Integer>();
        var rows = new LinkedHashMap<String, StageRow>();
        for (int at = 0; at < walk.stays().size(); at++) {
            var stay = walk.stays().get(at);
            boolean first = !before.containsKey(stay.stage());
            int times = before.merge(stay.stage(), stay.entered() ? 1 : 0, Integer::sum);
            rows.put(
                    String.valueOf(at),
                    new StageRow(
                            deal,
                            stay.stage(),
                            stay,
                            first,
                            stay.entered() && times > 1,
                            entered.containsKey(stay.stage())));
        }
        int reached = walk.won() ? deal.deal().lastStage() : walk.furthest();
        for (int stage = 1; stage <= reached; stage++) {
            if (!before.containsKey(stage)) {
                rows.put("S" + stage, new StageRow(deal, stage, null, true, false, false));
            }
        }
        return rows;
    }

    String owner() {
        return deal.owner();
    }

    @Nullable
    String name() {
        return deal.name();
    }

    @Nullable
    String product() {
        return deal.product();
    }

    long number() {
        return stage;
    }

    @Nullable
    LocalDate since() {
        return stay == null ? null : stay.since();
    }

    @Nullable
    LocalDate until() {
        return stay == null ? null : stay.until();
    }

    @Nullable
    LocalDate succeededOn() {
        return stay == null ? null : stay.succeededOn();
    }

    /** None as long as it lasts. */
    @Nullable
    Long days() {
        LocalDate from = since();
        LocalDate to = until();
        return from == null || to == null ? null : ChronoUnit.DAYS.between(from, to);
    }

    boolean wasEntered() {
        return stay != null && stay.entered();
    }

    boolean wasReentered() {
        return again;
    }

    boolean reached() {
        int furthest = deal.walk().furthest();
        return first && (deal.won() ? stage <= deal.deal().lastStage() : stage <= furthest);
    }

    boolean skipped() {
        return reached() && deal.won() && !everEntered;
    }

    boolean stands() {
        return stay != null && stay.until() == null;
    }

    boolean hasLeft() {
        return until() != null;
    }

    @Nullable
    LocalDate standingSince() {
        return stands() ? since() : null;
    }

    @Nullable
    LocalDate enteredOn() {
        return wasEntered() ? since() : null;
    }

    @Nullable
    LocalDate reenteredOn() {
        return again ? since() : null;
    }

    /** It was said how likely the stage made the deal, and the deal has been won or lost since. */
    boolean isJudged() {
        return stay != null && stay.probability() != null && (deal.won() || deal.lost());
    }

    boolean isJudgedWon() {
        return isJudged() && deal.won();
    }

    /** As a part of one. */
    BigDecimal expected() {
        return stay == null || stay.probability() == null ? BigDecimal.ZERO : BigDecimal.valueOf(stay.probability(), 2);
    }

    /** When it was entered, of a stay that succeeded, whenever that was. */
    @Nullable
    LocalDate enteredAndSucceeded() {
        return succeededOn() == null ? null : enteredOn();
    }
}
