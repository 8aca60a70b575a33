package io.milepost.leads.competitor;

import static io.milepost.leads.competitor.Competitor.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.CompetitorCode;
import io.milepost.leads.kernel.SourceKind;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one competitor. Deals and offers refer to it by its id. Nothing about a person belongs in its texts.
 *
 * @param facts in the order in which they were recorded, withdrawn ones among them
 */
public record Competitor(String code, String name, List<Fact> facts) {
    static final Decider<Competitor, Command, Event> DECIDER =
            new Decider<>(Competitor::decide, Competitor::begin, Competitor::evolve);

    /** Begins the file of a competitor under a code that no other one has. */
    public record RecordCompetitor(String code, String name) {}

    public sealed interface Command {}

    public record RenameCompetitor(String name) implements Command {}

    /**
     * Records what a source says of the competitor.
     *
     * @param price what something costs there, with a fact about prices alone
     * @param reference where the source is found
     * @param on the day on which it was so, today when absent
     */
    public record RecordFact(
            Subject subject,
            @Limit(Limit.NOTE) String text,
            @Nullable Money price,
            SourceKind source,
            @Nullable String reference,
            @Nullable LocalDate on)
            implements Command {}

    /** Takes back a fact that is wrong. It stays readable, with the reason. */
    public record WithdrawFact(
            int number, @Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record CompetitorRecorded(String code, String name) implements Event {}

    public record CompetitorRenamed(String name) implements Event {}

    /** One more fact, by its {@code number}, which counts from 1. */
    public record CompetitorProfileUpdated(
            int number,
            Subject subject,
            String text,
            @Nullable Money price,
            SourceKind source,
            @Nullable String reference,
            LocalDate on)
            implements Event {}

    public record CompetitorFactWithdrawn(int number, String reason) implements Event {}

    public enum No implements Refusal {
        COMPETITOR_CODE_TAKEN(state("another competitor has this code")),
        FACT_UNKNOWN(state("the competitor has no fact of this number")),
        FACT_WITHDRAWN(state("the fact was withdrawn for another reason")),
        PRICE_MISPLACED(rule("an amount belongs to a fact about prices"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a fact is about: the position in the market, the level of prices, or what the competitor did lately. */
    public enum Subject {
        POSITION,
        PRICE_LEVEL,
        MOVE
    }

    /** A fact, and why it was taken back where it was. */
    public record Fact(
            CompetitorProfileUpdated said, @Nullable String withdrawnFor) {
        boolean stands() {
            return withdrawnFor == null;
        }
    }

    public Competitor {
        facts = List.copyOf(facts);
    }

    static Decision<Event> start(RecordCompetitor start, Occasion occasion) {
        return check().text("/code", start.code())
                .text("/name", start.name())
                .that(
                        occasion.holderOf(CompetitorCode.TAG, Codes.canonical(start.code()))
                                .isEmpty(),
                        "/code",
                        COMPETITOR_CODE_TAKEN)
                .accept(() -> new CompetitorRecorded(start.code(), start.name()));
    }

    static Decision<Event> decide(Competitor competitor, Command command, Occasion occasion) {
        return switch (command) {
            case RenameCompetitor(var name) ->
                name.equals(competitor.name)
                        ? unchanged()
                        : check().text("/name", name).accept(() -> new CompetitorRenamed(name));
            case RecordFact fact -> competitor.record(fact, occasion.today());
            case WithdrawFact(var number, var reason) -> competitor.withdraw(number, reason);
        };
    }

    static Competitor begin(Event first) {
        var recorded = (CompetitorRecorded) first;
        return new Competitor(recorded.code(), recorded.name(), List.of());
    }

    static Competitor evolve(Competitor competitor, Event event) {
        return switch (event) {
            case CompetitorRecorded _ -> competitor;
            case CompetitorRenamed(var name) -> new Competitor(competitor.code, name, competitor.facts);
            case CompetitorProfileUpdated said ->
                competitor.with(Stream.concat(competitor.facts.stream(), Stream.of(new Fact(said, null))));
            case CompetitorFactWithdrawn(var number, var reason) ->
                competitor.with(competitor.facts.stream()
                        .map(fact -> fact.said().number() == number ? new Fact(fact.said(), reason) : fact));
        };
    }

    private Decision<Event> record(RecordFact record, LocalDate today) {
        var on = Objects.requireNonNullElse(record.on(), today);
        var known = facts.stream()
                .filter(Fact::stands)
                .map(Fact::said)
                .anyMatch(said -> fact(said.number(), record, on).equals(said));
        if (known) {
            return unchanged();
        }
        return check().text("/text", record.text())
                .text("/reference", record.reference())
                .that(record.price() == null || record.subject() == Subject.PRICE_LEVEL, "/price", PRICE_MISPLACED)
                .notNegative("/price", record.price())
                .notAfter("/on", on, today)
                .within(FAR, "/on", on, today)
                .accept(() -> fact(facts.size() + 1, record, on));
    }

    private static CompetitorProfileUpdated fact(int number, RecordFact record, LocalDate on) {
        return new CompetitorProfileUpdated(
                number, record.subject(), record.text(), record.price(), record.source(), record.reference(), on);
    }

    private Decision<Event> withdraw(int number, String reason) {
        if (number < 1 || number > facts.size()) {
            return refusedAt("/number", FACT_UNKNOWN);
        }
        var withdrawnFor = facts.get(number - 1).withdrawnFor();
        if (withdrawnFor != null) {
            return withdrawnFor.equals(reason) ? unchanged() : refused(FACT_WITHDRAWN);
        }
        return check().reason("/reason", reason).accept(() -> new CompetitorFactWithdrawn(number, reason));
    }

    private Competitor with(Stream<Fact> changed) {
        return new Competitor(code, name, changed.toList());
    }
}
