package io.milepost.leads.marketresearch;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.CompetitorCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.marketresearch.MarketResearch.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a market research. Anybody in sales collects findings; a manager publishes what follows. */
public final class MarketResearchCatalogue {

    public static final Catalogue<MarketResearch, Command, Event> MARKET_RESEARCH = Catalogue.of(
                    "market-research", "market-researches", MarketResearch.DECIDER)
            .creates(StartMarketResearch.class, MarketResearch::start, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(RecordFinding.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .command(PublishMarketResearch.class, SALES_MANAGER, IMPORTER)
            .claims(PublishMarketResearch.class, SegmentCode.TAG, (_, _, publish) -> Parts.segments(publish))
            .claims(PublishMarketResearch.class, CompetitorCode.TAG, (_, _, publish) -> Parts.competitors(publish))
            .command(SupersedeMarketResearch.class, SALES_MANAGER, IMPORTER)
            .reads(
                    SupersedeMarketResearch.class,
                    () -> MarketResearchCatalogue.MARKET_RESEARCH,
                    (_, supersede) -> supersede.successorId(),
                    Successor.class,
                    Successor::of)
            .event(MarketResearchStarted.class, "market-research.started", 1)
            .event(MarketFindingRecorded.class, "market-research.finding-recorded", 1)
            .event(MarketResearchPublished.class, "market-research.published", 1)
            .event(MarketResearchSuperseded.class, "market-research.superseded", 1)
            .open()
            .refusals(
                    No.class,
                    TEXT_MISSING,
                    DAY_IN_FUTURE,
                    DAY_IMPLAUSIBLE,
                    AMOUNT_NEGATIVE,
                    AMOUNT_TOO_LARGE,
                    CURRENCIES_MIXED)
            .view(View.class, View::of);

    private MarketResearchCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status COLLECTING, PUBLISHED or SUPERSEDED
     * @param findings in the order in which they were recorded
     */
    public record View(
            String status,
            MarketResearchStarted study,
            List<MarketFindingRecorded> findings,
            @Nullable MarketResearchPublished result,
            @Nullable UUID successorId) {
        static View of(MarketResearch research) {
            return switch (research) {
                case Collecting(var study, var findings) -> new View("COLLECTING", study, findings, null, null);
                case Published(Collecting(var study, var findings), var result) ->
                    new View("PUBLISHED", study, findings, result, null);
                case Superseded(Published(Collecting(var study, var findings), var result), var by) ->
                    new View("SUPERSEDED", study, findings, result, by);
            };
        }
    }
}
