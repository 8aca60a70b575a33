package io.milepost.leads.competitor;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.competitor.Competitor.*;
import io.milepost.leads.kernel.CompetitorCode;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.value.Codes;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a competitor. Anybody in sales records facts. A code is claimed by the tag {@code competitor-code=}. */
public final class CompetitorCatalogue {

    public static final Catalogue<Competitor, Command, Event> COMPETITOR = Catalogue.of(
                    "competitor", "competitors", Competitor.DECIDER)
            .creates(RecordCompetitor.class, Competitor::start, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(
                    RecordCompetitor.class,
                    CompetitorCode.TAG,
                    (_, _, record) -> List.of(Codes.canonical(record.code())))
            .command(RenameCompetitor.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordFact.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(WithdrawFact.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .event(CompetitorRecorded.class, "competitor.recorded", 1)
            .tags(
                    CompetitorRecorded.class,
                    recorded -> Set.of(new Tag(CompetitorCode.TAG, Codes.canonical(recorded.code()))))
            .event(CompetitorRenamed.class, "competitor.renamed", 1)
            .event(CompetitorProfileUpdated.class, "competitor.profile-updated", 1)
            .event(CompetitorFactWithdrawn.class, "competitor.fact-withdrawn", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE, AMOUNT_NEGATIVE)
            .view(View.class, View::of);

    private CompetitorCatalogue() {}

    /**
     * What a read shows. What is latest counts by its day, and of one day by what was recorded last.
     *
     * @param status RECORDED, or PROFILED once a fact stands
     * @param position the latest one that stands
     * @param priceLevel the latest one that stands
     * @param move the latest one that stands
     * @param facts all, in the order in which they were recorded
     */
    public record View(
            String status,
            String code,
            String name,
            @Nullable CompetitorProfileUpdated position,
            @Nullable CompetitorProfileUpdated priceLevel,
            @Nullable CompetitorProfileUpdated move,
            List<Fact> facts) {
        static View of(Competitor competitor) {
            return new View(
                    competitor.facts().stream().anyMatch(Fact::stands) ? "PROFILED" : "RECORDED",
                    competitor.code(),
                    competitor.name(),
                    latest(competitor, Subject.POSITION),
                    latest(competitor, Subject.PRICE_LEVEL),
                    latest(competitor, Subject.MOVE),
                    competitor.facts());
        }

        private static @Nullable CompetitorProfileUpdated latest(Competitor competitor, Subject subject) {
            return competitor.facts().stream()
                    .filter(Fact::stands)
                    .map(Fact::said)
                    .filter(said -> said.subject() == subject)
                    .max(Comparator.comparing(CompetitorProfileUpdated::on)
                            .thenComparingInt(CompetitorProfileUpdated::number))
                    .orElse(null);
        }
    }
}
