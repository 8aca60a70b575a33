package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.COMMITMENT_RECORDED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.CRITERION_MET;
import static io.milepost.reporting.inbound.opportunity.StageFacts.FACT_SHOWN;
import static io.milepost.reporting.inbound.opportunity.StageFacts.MILESTONE_REACHED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.TERMS_AGREED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.TERMS_LAPSED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.inbound.opportunity.StageFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.sales.Proofs.Task;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An opportunity, and what is proved of it; an open one has a row for each thing that its stage lacks, or one where it lacks nothing. */
record Diagnosis(Opportunity deal, Proofs proofs, LocalDate day) {

    /**
     * One thing that a deal lacks.
     *
     * @param task null where it lacks nothing
     * @param next whether it is what to do first
     */
    record Row(Diagnosis of, @Nullable Task task, boolean next) {
        String owner() {
            return of.deal.owner();
        }

        @Nullable
        String name() {
            return of.deal.name();
        }

        @Nullable
        String product() {
            return of.deal.product();
        }

        @Nullable
        String template() {
            return of.deal.template();
        }

        long trueStage() {
            return of.deal.trueStage();
        }

        long stage() {
            return of.deal.deal().salesStage().number();
        }

        @Nullable
        LocalDate since() {
            return of.deal.standingSince();
        }

        @Nullable
        String missing() {
            return task == null ? null : task.code();
        }

        @Nullable
        String meaning() {
            return task == null ? null : task.meaning();
        }

        boolean lacks() {
            return task != null;
        }
    }

    Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        if (!deal.open()) {
            return rows;
        }
        List<Task> missing = proofs.missing();
        if (missing.isEmpty()) {
            rows.put("", new Row(this, null, true));
        }
        for (var task : missing) {
            rows.put(task.code(), new Row(this, task, rows.isEmpty()));
        }
        return rows;
    }

    /** Opportunity events to diagnoses. */
    record Folding(ZoneId zone) implements Fold<Diagnosis> {
        private static final Set<String> TYPES = Stream.concat(
                        DealRules.TYPES.stream(),
                        Stream.of(
                                MILESTONE_REACHED,
                                CRITERION_MET,
                                COMMITMENT_RECORDED,
                                FACT_SHOWN,
                                TERMS_AGREED,
                                TERMS_LAPSED))
                .collect(Collectors.toUnmodifiableSet());

        @Override
        public String source() {
            return OpportunityFacts.SOURCE;
        }

        @Override
        public Class<Diagnosis> view() {
            return Diagnosis.class;
        }

        @Override
        public Set<String> types() {
            return TYPES;
        }

        @Override
        public LocalDate day(Diagnosis view) {
            return view.day();
        }

        @Override
        public Diagnosis apply(@Nullable Diagnosis before, Inbound event) {
            var deals = new OpportunityFold(zone);
            if (before == null || event.type().equals(IDENTIFIED)) {
                var deal = deals.apply(null, event);
                return new Diagnosis(deal, Proofs.of(event.as(StageFacts.Begun.class)), deals.day(deal));
            }
            var deal = DealRules.TYPES.contains(event.type()) ? deals.apply(before.deal(), event) : before.deal();
            var on = DealRules.TYPES.contains(event.type())
                    ? deals.day(deal)
                    : LocalDate.ofInstant(event.effectiveAt(), zone);
            return new Diagnosis(deal, before.proofs().after(event), on.isBefore(before.day()) ? before.day() : on);
        }
    }
}
