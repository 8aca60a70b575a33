package io.milepost.reporting.read.funnel;

import io.milepost.reporting.read.Currencies;
import io.milepost.reporting.read.Rates;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The measures of some deals, summed. */
final class Figures {
    private final Map<Stage, Long> deals = new EnumMap<>(Stage.class);
    private long everQualified;
    private long wonUnqualified;
    private long openMinor;
    private long weightedMinor;
    private long wonMinor;

    static Figures of(List<Entry> entries) {
        Figures figures = new Figures();
        entries.forEach(figures::add);
        return figures;
    }

    private void add(Entry entry) {
        Stage stage = entry.bucket().stage();
        deals.merge(stage, entry.deals(), Math::addExact);
        everQualified += entry.qualified();
        switch (stage) {
            case IDENTIFIED, QUALIFIED -> {
                openMinor = Math.addExact(openMinor, entry.minor());
                weightedMinor = Math.addExact(weightedMinor, entry.weightedMinor());
            }
            case WON -> {
                wonMinor = Math.addExact(wonMinor, entry.minor());
                wonUnqualified += entry.deals() - entry.qualified();
            }
            case LOST, WITHDRAWN, REJECTED -> {}
        }
    }

    /** The funnel's measures: how many stand where, what the open ones may bring, and what is won. */
    void funnel(ObjectNode json, @Nullable String currency) {
        json.put("opportunities", all());
        json.put("open", in(Stage.IDENTIFIED) + in(Stage.QUALIFIED));
        json.put("identified", in(Stage.IDENTIFIED));
        json.put("qualified", in(Stage.QUALIFIED));
        Currencies.put(json, "openValue", openMinor, currency);
        Currencies.put(json, "weightedValue", weightedMinor, currency);
        json.put("won", in(Stage.WON));
        Currencies.put(json, "wonValue", wonMinor, currency);
        json.put("lost", in(Stage.LOST));
        json.put("withdrawn", in(Stage.WITHDRAWN));
        json.put("rejected", in(Stage.REJECTED));
        json.put("winRate", Rates.of(in(Stage.WON), in(Stage.WON) + in(Stage.LOST)));
    }

    /**
     * How far deals came. A won deal has reached everything before it, also what it skipped (decision 41); skipped says how
     * many did.
     */
    void conversion(ObjectNode json) {
        ArrayNode stages = json.putArray("stages");
        long qualified = everQualified + wonUnqualified;
        stages.addObject()
                .put("stage", Stage.IDENTIFIED.name())
                .put("reached", all())
                .put("skipped", 0L)
                .putNull("rate");
        stages.addObject()
                .put("stage", Stage.QUALIFIED.name())
                .put("reached", qualified)
                .put("skipped", wonUnqualified)
                .put("rate", Rates.of(qualified, all()));
        stages.addObject()
                .put("stage", Stage.WON.name())
                .put("reached", in(Stage.WON))
                .put("skipped", 0L)
                .put("rate", Rates.of(in(Stage.WON), qualified));
    }

    private long all() {
        return deals.values().stream().mapToLong(Long::longValue).sum();
    }

    private long in(Stage stage) {
        return deals.getOrDefault(stage, 0L);
    }
}
