package io.milepost.reporting.read.mart.sales;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.SalesProcessFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Reference.Span;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For which business unit a sales process is, and in which mode it sells; neither ever changes. */
record Processes(String name, String unit, String mode, LocalDate day) {
    /** Deals of a day before their process was recorded are the same unit's. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    List<Span> said() {
        return List.of(new Span(name, ALWAYS, List.of(unit, mode)));
    }

    /** Sales process events to processes. */
    record Folding(ZoneId zone) implements Fold<Processes> {
        @Override
        public String source() {
            return SalesProcessFacts.SOURCE;
        }

        @Override
        public Class<Processes> view() {
            return Processes.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SalesProcessFacts.DEFINED);
        }

        @Override
        public LocalDate day(Processes view) {
            return view.day();
        }

        @Override
        public Processes apply(@Nullable Processes before, Inbound event) {
            var defined = event.as(SalesProcessFacts.Defined.class);
            return new Processes(
                    defined.name(),
                    Objects.requireNonNullElse(defined.businessUnit(), "(all)"),
                    defined.mode(),
                    LocalDate.ofInstant(event.effectiveAt(), zone));
        }
    }
}
