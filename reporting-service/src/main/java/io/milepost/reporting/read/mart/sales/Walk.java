package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ADVANCE_REJECTED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_SUCCEEDED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WIN_PROBABILITY_CHANGED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.WON;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deal of the funnel with its way through the stages.
 *
 * @param stays in stages, in order; of an open deal that has entered one the last lasts
 * @param refused attempts to advance, each stage, code and day once
 */
record Walk(Deal deal, List<Stay> stays, List<Refused> refused) {
    public Walk {
        stays = List.copyOf(stays);
        refused = List.copyOf(refused);
    }

    LocalDate day() {
        return deal.day();
    }

    /**
     * The walk after an event of the funnel.
     *
     * @param before null for the first
     * @param deal what the funnel makes of the event
     */
    static Walk after(@Nullable Walk before, Deal deal, Inbound event) {
        if (before == null) {
            return new Walk(deal, List.of(), List.of());
        }
        boolean atSignature = before.deal().isLastEntered();
        Walk walk = before.to(deal);
        return switch (event.type()) {
            case STAGE_SUCCEEDED -> atSignature ? walk : walk.succeeded();
            case WIN_PROBABILITY_CHANGED -> walk.likely();
            case WON -> atSignature ? walk.succeeded() : walk;
            case STAGE_ADVANCE_REJECTED -> {
                var rejected = event.as(OpportunityFacts.AdvanceRejected.class);
                yield walk.refused(rejected.stage(), rejected.missing());
            }
            default -> walk;
        };
    }

    /** The furthest stage that it was proven to have entered, 0 before the first. */
    int furthest() {
        return stays.stream().filter(Stay::entered).mapToInt(Stay::stage).max().orElse(0);
    }

    /**
     * On with what the funnel makes of an event: a stay ends where the true stage changes or the deal is closed. One that is reopened
     * stands anew where it stood.
     */
    Walk to(Deal next) {
        boolean moved = next.salesStage().proven() != deal.salesStage().proven();
        List<Stay> more = new ArrayList<>(stays);
        if (deal.stage().open() && (moved || !next.stage().open())) {
            endLast(more, next.day());
        }
        if (won() && next.isReopenedAfter(deal) && deal.isLastEntered()) {
            more.add(more.removeLast().unsucceeded());
        }
        if ((moved || next.isReopenedAfter(deal)) && next.salesStage().proven() > 0) {
            more.add(new Stay(
                    next.salesStage().proven(), next.day(), next.salesStage().entered(), null, null, null));
        }
        return new Walk(next, more, refused);
    }

    private static void endLast(List<Stay> stays, LocalDate on) {
        if (!stays.isEmpty() && stays.getLast().until() == null) {
            stays.add(stays.removeLast().ended(on));
        }
    }

    /** The stage that it entered last has succeeded. */
    Walk succeeded() {
        List<Stay> more = new ArrayList<>(stays);
        more.add(more.removeLast().succeeded(day()));
        return new Walk(deal, more, refused);
    }

    private Walk likely() {
        if (stays.isEmpty()) {
            return this;
        }
        List<Stay> more = new ArrayList<>(stays);
        more.add(more.removeLast().likely(deal.probability()));
        return new Walk(deal, more, refused);
    }

    Walk refused(int stage, List<String> missing) {
        var more = missing.stream().map(code -> new Refused(stage, code, day()));
        return new Walk(
                deal, stays, Stream.concat(refused.stream(), more).distinct().toList());
    }

    boolean won() {
        return deal.stage() == Stage.WON;
    }
}
