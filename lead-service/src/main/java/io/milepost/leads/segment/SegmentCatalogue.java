package io.milepost.leads.segment;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.segment.Segment.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.value.Codes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a market segment. A code is claimed by the tag {@code segment-code=}. */
public final class SegmentCatalogue {

    public static final Catalogue<Segment, Command, Event> SEGMENT = Catalogue.of(
                    "segment", "segments", Segment.DECIDER)
            .creates(DefineSegment.class, Segment::define, SALES_MANAGER, IMPORTER)
            .claims(DefineSegment.class, SegmentCode.TAG, (_, _, define) -> SegmentCode.claimed(define.code()))
            .command(ReviseSegment.class, SALES_MANAGER, IMPORTER)
            .event(SegmentDefined.class, "segment.defined", 1)
            .tags(SegmentDefined.class, defined -> Set.of(new Tag(SegmentCode.TAG, Codes.canonical(defined.code()))))
            .event(SegmentRevised.class, "segment.revised", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING)
            .view(View.class, View::of);

    private SegmentCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status DEFINED or REVISED
     * @param revision how often it was revised
     * @param revisedFor the reason of the last revision
     */
    public record View(
            String status,
            String code,
            Content content,
            int revision,
            @Nullable String revisedFor) {
        static View of(Segment segment) {
            return new View(
                    segment.revision() == 0 ? "DEFINED" : "REVISED",
                    segment.code(),
                    segment.content(),
                    segment.revision(),
                    segment.reason());
        }
    }
}
