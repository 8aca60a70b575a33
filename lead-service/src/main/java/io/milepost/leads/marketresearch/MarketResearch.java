package io.milepost.leads.marketresearch;

import static io.milepost.leads.marketresearch.MarketResearch.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.SourceKind;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A study of a market, from its first finding until another study replaces it. Nothing about a person belongs in its texts. */
public sealed interface MarketResearch {
    Decider<MarketResearch, Command, Event> DECIDER =
            new Decider<>(MarketResearch::decide, MarketResearch::begin, MarketResearch::evolve);

    /** Begins a study of a target market; {@code from} and {@code to} are the first and last day of the period studied. */
    record StartMarketResearch(String title, String market, LocalDate from, LocalDate to) {}

    sealed interface Command {}

    /** Records what a source said about one aspect of the market, today unless {@code on} says otherwise. */
    record RecordFinding(
            Aspect aspect,
            SourceKind source,
            @Limit(Limit.NOTE) String text,
            @Nullable String reference,
            @Nullable LocalDate on)
            implements Command {}

    /**
     * States what follows from all findings.
     *
     * @param demand what the market asks for, and how much of it
     * @param trends where the market is going
     * @param segments how much of it is asked for in which segment
     * @param competitors what part of it, or of a segment, a competitor has
     */
    record PublishMarketResearch(
            @Limit(Limit.NOTE) String demand,
            @Limit(Limit.NOTE) String trends,
            @Limit(Limit.NOTE) String conclusion,
            @Nullable Money marketSize,
            @Nullable @Limit(100) List<SegmentSize> segments,
            @Nullable @Limit(100) List<CompetitorShare> competitors)
            implements Command {
        public PublishMarketResearch {
            segments = Parts.copy(segments);
            competitors = Parts.copy(competitors);
        }
    }

    /** A later study, which is published, replaces this one. */
    record SupersedeMarketResearch(UUID successorId) implements Command {}

    sealed interface Event {}

    record MarketResearchStarted(String title, String market, LocalDate from, LocalDate to) implements Event {}

    record MarketFindingRecorded(
            Aspect aspect,
            SourceKind source,
            String text,
            @Nullable String reference,
            LocalDate on) implements Event {}

    /** The result; it rests on so many {@code findings}. */
    record MarketResearchPublished(
            String demand,
            String trends,
            String conclusion,
            @Nullable Money marketSize,
            int findings,
            LocalDate publishedOn,
            @Nullable List<SegmentSize> segments,
            @Nullable List<CompetitorShare> competitors)
            implements Event {
        public MarketResearchPublished {
            segments = Parts.copy(segments);
            competitors = Parts.copy(competitors);
        }
    }

    record MarketResearchSuperseded(UUID successorId) implements Event {}

    enum No implements Refusal {
        RESEARCH_PUBLISHED(state("a published study cannot be changed")),
        RESEARCH_NOT_PUBLISHED(state("only a published study can be superseded")),
        RESEARCH_SUPERSEDED(state("another study has replaced this one")),
        NOTHING_FOUND(state("a study needs at least one finding before it is published")),
        SUCCESSOR_NOT_PUBLISHED(state("a study can only be superseded by a published one")),
        SUCCESSOR_IS_ITSELF(rule("a study cannot supersede itself")),
        PERIOD_REVERSED(rule("a period cannot end before it begins")),
        SEGMENT_UNKNOWN(state("no market segment has this code")),
        COMPETITOR_UNKNOWN(state("no competitor has this code")),
        SEGMENT_REPEATED(rule("the size of a segment is told once")),
        COMPETITOR_REPEATED(rule("a competitor has one share of a market or segment")),
        SEGMENTS_OVER_MARKET(rule("segments together are no larger than their market")),
        SHARE_WITHOUT_SIZE(rule("a share is told of a market or segment whose size is told")),
        PERCENT_FAULTY(rule("a share is above 0 and at most 100 percent, with at most 4 decimals")),
        SHARES_OVER_HUNDRED(rule("competitors together have at most 100 percent of a market or segment"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a finding is about. */
    enum Aspect {
        MARKET,
        DEMAND,
        TREND,
        OTHER
    }

    /** How much all sell in one segment of the market, by the segment's code. */
    record SegmentSize(String segment, Money size) {}

    /**
     * What part of the market a competitor has, by the competitor's code.
     *
     * @param segment of which it is a part; null for the whole market
     */
    record CompetitorShare(String competitor, @Nullable String segment, BigDecimal percent) {
        public CompetitorShare {
            var plain = percent.stripTrailingZeros();
            percent = plain.scale() < 0 ? plain.setScale(0) : plain;
        }
    }

    record Collecting(MarketResearchStarted study, List<MarketFindingRecorded> findings) implements MarketResearch {
        public Collecting {
            findings = List.copyOf(findings);
        }

        Collecting with(MarketFindingRecorded finding) {
            return new Collecting(
                    study, Stream.concat(findings.stream(), Stream.of(finding)).toList());
        }
    }

    record Published(Collecting research, MarketResearchPublished result) implements MarketResearch {}

    record Superseded(Published research, UUID successorId) implements MarketResearch {}

    static Decision<Event> start(StartMarketResearch start, Occasion occasion) {
        return check().text("/title", start.title())
                .text("/market", start.market())
                .within(FAR, "/from", start.from(), occasion.today())
                .within(FAR, "/to", start.to(), occasion.today())
                .that(!start.to().isBefore(start.from()), "/to", PERIOD_REVERSED)
                .accept(() -> new MarketResearchStarted(start.title(), start.market(), start.from(), start.to()));
    }

    static Decision<Event> decide(MarketResearch research, Command command, Occasion occasion) {
        return switch (command) {
            case RecordFinding finding -> record(research, finding, occasion.today());
            case PublishMarketResearch publish -> publish(research, publish, occasion);
            case SupersedeMarketResearch(var successor) -> supersede(research, successor, occasion);
        };
    }

    static MarketResearch begin(Event first) {
        return new Collecting((MarketResearchStarted) first, List.of());
    }

    static MarketResearch evolve(MarketResearch research, Event event) {
        return switch (event) {
            case MarketResearchStarted _ -> research;
            case MarketFindingRecorded finding -> ((Collecting) research).with(finding);
            case MarketResearchPublished result -> new Published((Collecting) research, result);
            case MarketResearchSuperseded(var successor) -> new Superseded((Published) research, successor);
        };
    }

    private static Decision<Event> record(MarketResearch research, RecordFinding record, LocalDate today) {
        var on = Objects.requireNonNullElse(record.on(), today);
        var found = new MarketFindingRecorded(record.aspect(), record.source(), record.text(), record.reference(), on);
        return switch (research) {
            case Collecting(var _, var findings) when findings.contains(found) -> unchanged();
            case Collecting _ ->
                check().text("/text", record.text())
                        .text("/reference", record.reference())
                        .notAfter("/on", on, today)
                        .within(FAR, "/on", on, today)
                        .accept(() -> found);
            case Published _ -> refused(RESEARCH_PUBLISHED);
            case Superseded _ -> refused(RESEARCH_SUPERSEDED);
        };
    }

    private static Decision<Event> publish(MarketResearch research, PublishMarketResearch publish, Occasion occasion) {
        return switch (research) {
            case Collecting(var _, var findings) when findings.isEmpty() -> refused(NOTHING_FOUND);
            case Collecting(var _, var findings) ->
                Parts.checked(
                                publish,
                                occasion,
                                check().text("/demand", publish.demand())
                                        .text("/trends", publish.trends())
                                        .text("/conclusion", publish.conclusion())
                                        .notNegative("/marketSize", publish.marketSize()))
                        .accept(() -> new MarketResearchPublished(
                                publish.demand(),
                                publish.trends(),
                                publish.conclusion(),
                                publish.marketSize(),
                                findings.size(),
                                occasion.today(),
                                publish.segments(),
                                publish.competitors()));
            case Published(var _, var result) -> says(result, publish) ? unchanged() : refused(RESEARCH_PUBLISHED);
            case Superseded _ -> refused(RESEARCH_SUPERSEDED);
        };
    }

    private static boolean says(MarketResearchPublished result, PublishMarketResearch publish) {
        return publish.equals(new PublishMarketResearch(
                result.demand(),
                result.trends(),
                result.conclusion(),
                result.marketSize(),
                result.segments(),
                result.competitors()));
    }

    private static Decision<Event> supersede(MarketResearch research, UUID successor, Occasion occasion) {
        return switch (research) {
            case Collecting _ -> refused(RESEARCH_NOT_PUBLISHED);
            case Published _ ->
                check().that(!successor.equals(occasion.id()), "/successorId", SUCCESSOR_IS_ITSELF)
                        .that(
                                occasion.read(Successor.class)
                                        .filter(Successor::published)
                                        .isPresent(),
                                "/successorId",
                                SUCCESSOR_NOT_PUBLISHED)
                        .accept(() -> new MarketResearchSuperseded(successor));
            case Superseded(var _, var before) -> before.equals(successor) ? unchanged() : refused(RESEARCH_SUPERSEDED);
        };
    }

    /** What a study has to know of the one that is to replace it. */
    record Successor(boolean published) {
        static Successor of(MarketResearch other) {
            return new Successor(other instanceof Published);
        }
    }
}
