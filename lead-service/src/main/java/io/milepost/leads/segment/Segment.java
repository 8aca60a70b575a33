package io.milepost.leads.segment;

import static io.milepost.leads.segment.Segment.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.SegmentCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A part of the market that is sold to, and the position wanted in it. Leads and campaigns carry its code.
 *
 * @param code which no other segment has and which stays
 * @param reason of the last revision; null as long as there is none
 */
public record Segment(
        String code,
        Content content,
        int revision,
        @Nullable String reason) {
    static final Decider<Segment, Command, Event> DECIDER =
            new Decider<>(Segment::decide, Segment::begin, Segment::evolve);

    public record DefineSegment(String code, Content content) {}

    public sealed interface Command {}

    /** Replaces what is said of the segment; its code stays. */
    public record ReviseSegment(
            Content content, @Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record SegmentDefined(String code, Content content) implements Event {}

    /** The {@code revision} counts from 1. */
    public record SegmentRevised(int revision, Content content, String reason) implements Event {}

    public enum No implements Refusal {
        SEGMENT_CODE_TAKEN(state("another segment has this code")),
        SEGMENT_NOT_CHANGED(rule("a revision must change something"));

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
     * What is said of a segment.
     *
     * @param customers who belongs to it
     * @param positioning how the company and its products are to stand there
     */
    public record Content(
            String name,
            @Limit(Limit.NOTE) String customers,
            @Limit(Limit.NOTE) String positioning) {}

    static Decision<Event> define(DefineSegment define, Occasion occasion) {
        return checked(check().text("/code", define.code()), define.content())
                .that(!SegmentCode.isKnown(define.code(), occasion), "/code", SEGMENT_CODE_TAKEN)
                .accept(() -> new SegmentDefined(define.code(), define.content()));
    }

    static Decision<Event> decide(Segment segment, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseSegment(var content, var reason) ->
                content.equals(segment.content) && reason.equals(segment.reason)
                        ? unchanged()
                        : checked(check(), content)
                                .reason("/reason", reason)
                                .that(!content.equals(segment.content), "/content", SEGMENT_NOT_CHANGED)
                                .accept(() -> new SegmentRevised(segment.revision + 1, content, reason));
        };
    }

    static Segment begin(Event first) {
        var defined = (SegmentDefined) first;
        return new Segment(defined.code(), defined.content(), 0, null);
    }

    static Segment evolve(Segment segment, Event event) {
        return switch (event) {
            case SegmentDefined _ -> segment;
            case SegmentRevised(var revision, var content, var reason) ->
                new Segment(segment.code, content, revision, reason);
        };
    }

    private static Checks checked(Checks checks, Content content) {
        return checks.text("/content/name", content.name())
                .text("/content/customers", content.customers())
                .text("/content/positioning", content.positioning());
    }
}
