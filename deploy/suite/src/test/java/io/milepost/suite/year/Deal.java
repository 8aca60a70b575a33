package io.milepost.suite.year;

import io.milepost.suite.year.Fact.Sum;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a deal stands; each change makes another. */
final class Deal implements Cloneable {
    static final int USUAL_STAGES = 8;

    String id = "";
    String owner = "";
    String status = "IDENTIFIED";
    boolean qualified;

    @Nullable
    Sum value;

    int stage = 1;
    boolean entered;
    int probability;
    int stages = USUAL_STAGES;

    @Nullable
    String product;

    @Nullable
    String template;

    @Nullable
    String channel;

    @Nullable
    String campaign;

    @Nullable
    String lead;

    @Nullable
    String reason;

    @Nullable
    String cause;

    @Nullable
    LocalDate closedOn;

    @Nullable
    LocalDate expectedCloseOn;

    LocalDate identifiedOn = LocalDate.MIN;
    LocalDate standsSince = LocalDate.MIN;
    List<Stays.Stay> stays = List.of();
    List<Moves.Move> moves = List.of();

    Deal copy() {
        try {
            return (Deal) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    boolean open() {
        return status.equals("IDENTIFIED") || status.equals("QUALIFIED");
    }

    boolean is(String other) {
        return status.equals(other);
    }

    /** The furthest stage that it was shown to be in. */
    int proven() {
        return entered ? stage : stage - 1;
    }

    /** Only the signature is missing. */
    boolean atTheEnd() {
        return entered && stage == stages;
    }

    /** When it closes, or is said to. */
    @Nullable
    LocalDate closing() {
        return open() ? expectedCloseOn : closedOn;
    }
}
