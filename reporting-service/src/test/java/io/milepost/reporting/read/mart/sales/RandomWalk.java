package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.inbox.Inbound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A deal's way through the stages by the rules of the opportunity, forth and back, with what it amounts to noted by hand:
 * a fact counts from the day that is stated for it, or from what was known of the deal before when that is later.
 */
public final class RandomWalk {
    private static final int[] PROBABILITIES = {0, 10, 20, 25, 30, 50, 75, 90, 100};
    private static final List<String> CODES = List.of("COMMITMENT", "NEEDS_KNOWN", "ATI_APPROVED");

    /** What happened on the day from which it counts. */
    public enum What {
        ENTERED,
        SUCCEEDED,
        MOVED,
        REFUSED
    }

    /**
     * One fact and how the deal stands after it.
     *
     * @param of the stage that it is about
     * @param missing the codes of a refusal
     * @param proven the true stage after it
     * @param nominal the stage in which the deal stands nominally after it, else 0
     */
    public record Fact(
            LocalDate day, What what, int of, List<String> missing, int proven, int nominal, int probability) {}

    private final UUID deal;
    private final Random random;
    private final List<Inbound> events;
    private final List<Fact> facts = new ArrayList<>();
    private LocalDate clock;
    private LocalDate known;
    private int stage = 1;
    private boolean entered;
    private boolean succeeded;
    private int probability;

    public RandomWalk(UUID deal, LocalDate identified, Random random, List<Inbound> events) {
        this.deal = deal;
        this.random = random;
        this.events = events;
        clock = identified;
        known = identified;
    }

    public List<Fact> facts() {
        return facts;
    }

    /** The day from which the next fact counts at least. */
    public LocalDate known() {
        return known;
    }

    /** Something else was heard of the deal. */
    public void heard(LocalDate on) {
        clock = clock.isBefore(on) ? on : clock;
        known = known.isBefore(on) ? on : known;
    }

    public boolean atSignature() {
        return entered && stage == 8;
    }

    public void step() {
        clock = clock.plusDays(random.nextInt(7));
        int luck = random.nextInt(10);
        if (luck == 0 && stage > 1) {
            regress(1 + random.nextInt(stage - 1));
        } else if (luck == 1) {
            refuse();
        } else if (!entered) {
            enter(clock.minusDays(random.nextInt(5)));
        } else if (!succeeded && stage < 8) {
            succeed();
        } else if (stage < 8) {
            advance();
        }
    }

    private void enter(LocalDate stated) {
        events.add(Deals.stageEntered(deal, stage, stated, clock));
        entered = true;
        note(What.ENTERED, stated, List.of());
    }

    private void succeed() {
        events.add(Deals.stageSucceeded(deal, stage, clock));
        events.add(Deals.likely(deal, probability, PROBABILITIES[stage], clock));
        succeeded = true;
        probability = PROBABILITIES[stage];
        note(What.SUCCEEDED, clock, List.of());
    }

    private void advance() {
        events.add(Deals.stageAdvanced(deal, stage + 1, clock));
        moveTo(stage + 1);
    }

    private void regress(int to) {
        events.add(Deals.stageRegressed(deal, stage, to, clock));
        if (probability != PROBABILITIES[to - 1]) {
            events.add(Deals.likely(deal, probability, PROBABILITIES[to - 1], clock));
        }
        probability = PROBABILITIES[to - 1];
        moveTo(to);
    }

    private void moveTo(int next) {
        stage = next;
        entered = false;
        succeeded = false;
        note(What.MOVED, clock, List.of());
    }

    private void refuse() {
        var missing = CODES.stream().filter(code -> random.nextBoolean()).toList();
        if (!missing.isEmpty()) {
            events.add(Deals.advanceRejected(deal, stage, missing, clock));
            note(What.REFUSED, clock, missing);
        }
    }

    /** The events that come before a signature. */
    public Stream<Inbound> signature(LocalDate on) {
        return atSignature()
                ? Stream.of(Deals.stageSucceeded(deal, 8, on), Deals.likely(deal, probability, 100, on))
                : Stream.of();
    }

    private void note(What what, LocalDate stated, List<String> missing) {
        known = stated.isBefore(known) ? known : stated;
        facts.add(new Fact(known, what, stage, missing, entered ? stage : stage - 1, entered ? 0 : stage, probability));
    }
}
