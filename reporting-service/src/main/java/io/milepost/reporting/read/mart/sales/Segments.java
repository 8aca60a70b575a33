package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.lead.LeadFacts.CONVERTED;
import static io.milepost.reporting.inbound.lead.LeadFacts.SEGMENTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.reporting.inbound.lead.LeadFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which segment a deal is: that of its lead when it became a deal. */
record Segments(@Nullable String segment, List<Span> said, LocalDate day) {
    /** A deal is in its segment on whatever day. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    Segments {
        said = List.copyOf(said);
    }

    /** Lead events to segments of deals. */
    record Folding(ZoneId zone) implements Fold<Segments> {
        @Override
        public String source() {
            return LeadFacts.SOURCE;
        }

        @Override
        public Class<Segments> view() {
            return Segments.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SEGMENTED, CONVERTED);
        }

        @Override
        public LocalDate day(Segments view) {
            return view.day();
        }

        @Override
        public Segments apply(@Nullable Segments before, Inbound event) {
            LocalDate on = LocalDate.ofInstant(event.effectiveAt(), zone);
            LocalDate day = before == null || before.day().isBefore(on) ? on : before.day();
            if (event.type().equals(SEGMENTED)) {
                var segment = event.as(LeadFacts.Segmented.class).segment();
                return new Segments(Codes.canonical(segment), before == null ? List.of() : before.said(), day);
            }
            if (before == null || before.segment() == null) {
                return new Segments(null, List.of(), day);
            }
            var deal = event.as(LeadFacts.Converted.class).opportunityId().toString();
            return new Segments(before.segment(), List.of(new Span(deal, ALWAYS, List.of(before.segment()))), day);
        }
    }
}
