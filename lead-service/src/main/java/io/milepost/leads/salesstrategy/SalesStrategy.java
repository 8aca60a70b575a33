package io.milepost.leads.salesstrategy;

import static io.milepost.leads.salesstrategy.SalesStrategy.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The company's sales strategy for a market, in versions of which at most one is in force.
 *
 * @param versions by their number, which counts from 1; all stay readable
 */
public record SalesStrategy(String title, List<Version> versions) {
    static final Decider<SalesStrategy, Command, Event> DECIDER =
            new Decider<>(SalesStrategy::decide, SalesStrategy::begin, SalesStrategy::evolve);

    public record DraftSalesStrategy(String title, Content content) {}

    public sealed interface Command {}

    /**
     * Drafts the next version, which is in force once it is adopted.
     *
     * @param figures that call for it; at least one where a version is in force
     */
    public record ReviseSalesStrategy(
            Content content,
            @Limit(Limit.NOTE) String reason,
            @Limit(50) List<KeyFigure> figures) implements Command {
        public ReviseSalesStrategy {
            figures = List.copyOf(figures);
        }
    }

    /** Puts the latest version in force, which is named so that nobody adopts what they have not read. */
    public record AdoptSalesStrategy(int version) implements Command {}

    public sealed interface Event {}

    public record SalesStrategyDrafted(String title, Content content, String draftedBy, LocalDate draftedOn)
            implements Event {}

    public record SalesStrategyRevised(
            int version, Content content, String reason, List<KeyFigure> figures, String revisedBy, LocalDate revisedOn)
            implements Event {
        public SalesStrategyRevised {
            figures = List.copyOf(figures);
        }
    }

    /** In force from now on, in the place of the version that it {@code supersedes}. */
    public record SalesStrategyAdopted(
            int version, @Nullable Integer supersedes, String adoptedBy, LocalDate adoptedOn) implements Event {}

    public enum No implements Refusal {
        VERSION_NOT_LATEST(state("only the latest version can be adopted")),
        STRATEGY_NOT_CHANGED(rule("a revision must change something")),
        FIGURES_MISSING(rule("a revision of what is in force must name the figures that call for it")),
        CHANNELS_MISSING(rule("a strategy needs at least one channel")),
        CHANNEL_REPEATED(rule("a channel stands only once in a strategy"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What a version says.
     *
     * @param pricing how prices are made, as opposed to the prices themselves
     */
    public record Content(
            @Limit(Limit.NOTE) String positioning,
            @Limit(Limit.NOTE) String pricing,
            @Limit(50) List<String> channels,
            @Limit(Limit.NOTE) String promotion) {
        public Content {
            channels = List.copyOf(channels);
        }
    }

    /** A figure as it was on a day. */
    public record KeyFigure(
            String name, BigDecimal value, @Nullable String unit, LocalDate on) {}

    /**
     * One version.
     *
     * @param reason null for the first
     * @param adopted null as long as it has not been
     */
    public record Version(
            int number,
            Content content,
            @Nullable String reason,
            List<KeyFigure> figures,
            String writtenBy,
            LocalDate writtenOn,
            @Nullable SalesStrategyAdopted adopted) {
        public Version {
            figures = List.copyOf(figures);
        }
    }

    public SalesStrategy {
        versions = List.copyOf(versions);
    }

    static Decision<Event> draft(DraftSalesStrategy draft, Occasion occasion) {
        return checked(check().text("/title", draft.title()), draft.content())
                .accept(() -> new SalesStrategyDrafted(
                        draft.title(), draft.content(), occasion.who().name(), occasion.today()));
    }

    static Decision<Event> decide(SalesStrategy strategy, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseSalesStrategy revise -> strategy.revise(revise, occasion);
            case AdoptSalesStrategy(var version) -> strategy.adopt(version, occasion);
        };
    }

    static SalesStrategy begin(Event first) {
        var drafted = (SalesStrategyDrafted) first;
        var version =
                new Version(1, drafted.content(), null, List.of(), drafted.draftedBy(), drafted.draftedOn(), null);
        return new SalesStrategy(drafted.title(), List.of(version));
    }

    static SalesStrategy evolve(SalesStrategy strategy, Event event) {
        return switch (event) {
            case SalesStrategyDrafted _ -> strategy;
            case SalesStrategyRevised(var number, var content, var reason, var figures, var by, var on) ->
                strategy.with(Stream.concat(
                        strategy.versions.stream(),
                        Stream.of(new Version(number, content, reason, figures, by, on, null))));
            case SalesStrategyAdopted adopted ->
                strategy.with(strategy.versions.stream()
                        .map(version -> version.number() == adopted.version()
                                ? new Version(
                                        version.number(),
                                        version.content(),
                                        version.reason(),
                                        version.figures(),
                                        version.writtenBy(),
                                        version.writtenOn(),
                                        adopted)
                                : version));
        };
    }

    /** The version that was adopted last. */
    public Optional<Version> inForce() {
        return versions.reversed().stream()
                .filter(version -> version.adopted() != null)
                .findFirst();
    }

    private Decision<Event> revise(ReviseSalesStrategy revise, Occasion occasion) {
        var latest = versions.getLast();
        if (revise.content().equals(latest.content())) {
            return revise.reason().equals(latest.reason()) && revise.figures().equals(latest.figures())
                    ? unchanged()
                    : refusedAt("/content", STRATEGY_NOT_CHANGED);
        }
        var checks = checked(check(), revise.content())
                .reason("/reason", revise.reason())
                .that(inForce().isEmpty() || !revise.figures().isEmpty(), "/figures", FIGURES_MISSING);
        for (int i = 0; i < revise.figures().size(); i++) {
            var figure = revise.figures().get(i);
            checks = checks.text("/figures/%d/name".formatted(i), figure.name())
                    .text("/figures/%d/unit".formatted(i), figure.unit())
                    .notAfter("/figures/%d/on".formatted(i), figure.on(), occasion.today())
                    .within(FAR, "/figures/%d/on".formatted(i), figure.on(), occasion.today());
        }
        return checks.accept(() -> new SalesStrategyRevised(
                latest.number() + 1,
                revise.content(),
                revise.reason(),
                revise.figures(),
                occasion.who().name(),
                occasion.today()));
    }

    private Decision<Event> adopt(int number, Occasion occasion) {
        var latest = versions.getLast();
        if (latest.number() != number) {
            return refusedAt("/version", VERSION_NOT_LATEST);
        }
        return latest.adopted() != null
                ? unchanged()
                : accepted(new SalesStrategyAdopted(
                        number,
                        inForce().map(Version::number).orElse(null),
                        occasion.who().name(),
                        occasion.today()));
    }

    private static Checks checked(Checks checks, Content content) {
        checks = checks.text("/content/positioning", content.positioning())
                .text("/content/pricing", content.pricing())
                .text("/content/promotion", content.promotion())
                .that(!content.channels().isEmpty(), "/content/channels", CHANNELS_MISSING);
        var taken = new HashSet<String>();
        for (int i = 0; i < content.channels().size(); i++) {
            var pointer = "/content/channels/" + i;
            var channel = content.channels().get(i);
            checks = checks.text(pointer, channel).that(taken.add(Codes.canonical(channel)), pointer, CHANNEL_REPEATED);
        }
        return checks;
    }

    private SalesStrategy with(Stream<Version> changed) {
        return new SalesStrategy(title, changed.toList());
    }
}
