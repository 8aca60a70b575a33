package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.read.mart.declare.Dataset.each;
import static io.milepost.reporting.read.mart.declare.Kind.NUMBER;
import static io.milepost.reporting.read.mart.declare.Kind.TEXT;
import static io.milepost.reporting.read.mart.declare.Value.count;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.SalesProcessFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Measures;
import io.milepost.reporting.read.mart.query.Probabilities;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How likely the stages of a sales process make a deal, version by version.
 *
 * @param probabilities in whole percent, by version and stage
 */
record ProcessVersion(String name, Map<String, Integer> probabilities, LocalDate day) {

    /** One stage of one version. */
    record Rated(String process, long version, long stage, long probability) {
        boolean known() {
            return true;
        }
    }

    ProcessVersion {
        probabilities = Map.copyOf(probabilities);
    }

    private Map<String, Rated> rows() {
        var rows = new LinkedHashMap<String, Rated>();
        probabilities.forEach((key, probability) -> {
            int slash = key.indexOf('/');
            rows.put(
                    key,
                    new Rated(
                            name,
                            Long.parseLong(key.substring(0, slash)),
                            Long.parseLong(key.substring(slash + 1)),
                            probability));
        });
        return rows;
    }

    /** What is told of them. */
    static Measures<Rated> measures(ZoneId zone) {
        return each(Probabilities.DATASET, "Probabilities of stages|阶段赢率", new Folding(zone), ProcessVersion::rows)
                .id("process_id")
                .dim(Probabilities.PROCESS, "Sales process|销售流程", TEXT, Rated::process)
                .dim(Probabilities.VERSION, "Version|版本", NUMBER, Rated::version)
                .dim(Probabilities.STAGE, "Stage|阶段", NUMBER, Rated::stage)
                .dim(Probabilities.PERCENT, "Percent|赢率百分比", NUMBER, Rated::probability)
                .measures()
                .stock("rated_stages", "Stages|阶段数", count(Rated::known));
    }

    /** Sales process events to versions. */
    record Folding(ZoneId zone) implements Fold<ProcessVersion> {
        @Override
        public String source() {
            return SalesProcessFacts.SOURCE;
        }

        @Override
        public Class<ProcessVersion> view() {
            return ProcessVersion.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SalesProcessFacts.VERSION_PUBLISHED);
        }

        @Override
        public LocalDate day(ProcessVersion view) {
            return view.day();
        }

        @Override
        public ProcessVersion apply(@Nullable ProcessVersion before, Inbound event) {
            var published = event.as(SalesProcessFacts.Published.class);
            LocalDate on = LocalDate.ofInstant(event.effectiveAt(), zone);
            var all = new LinkedHashMap<String, Integer>(before == null ? Map.of() : before.probabilities());
            published
                    .template()
                    .stages()
                    .forEach(stage ->
                            all.put("%d/%d".formatted(published.version(), stage.number()), stage.probability()));
            return new ProcessVersion(
                    published.name(), all, before == null || before.day().isBefore(on) ? on : before.day());
        }
    }
}
