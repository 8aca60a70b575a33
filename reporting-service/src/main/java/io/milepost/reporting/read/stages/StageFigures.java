package io.milepost.reporting.read.stages;

import io.milepost.reporting.read.PeriodQuery;
import io.milepost.reporting.read.Rates;
import io.milepost.reporting.read.cells.Booked;
import io.milepost.reporting.read.cells.PathName;
import io.milepost.reporting.read.funnel.SalesStage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The measures of one stage, summed over the deals of some owners. */
final class StageFigures {
    private final int stage;
    private final PeriodQuery<?> asked;
    private final Map<Counted, Long> deals = new EnumMap<>(Counted.class);
    private final Days ageing = new Days();
    private final Days daysInStage = new Days();
    private final Map<String, Long> blocked = new TreeMap<>();

    private StageFigures(int stage, PeriodQuery<?> asked) {
        this.stage = stage;
        this.asked = asked;
    }

    /** {@code stages[]}, all in order: as many as usual, and more where some deal has more. */
    static void write(List<Booked> booked, PeriodQuery<?> asked, ObjectNode json) {
        int last = booked.stream().mapToInt(StageFigures::stageOf).max().orElse(0);
        var stages = IntStream.rangeClosed(1, Math.max(SalesStage.USUAL, last))
                .mapToObj(stage -> new StageFigures(stage, asked))
                .toList();
        for (Booked one : booked) {
            String[] names = one.path().split("/", 4);
            stages.get(Integer.parseInt(names[1]) - 1).add(one, Counted.valueOf(names[0]), names);
        }
        ArrayNode array = json.putArray("stages");
        stages.forEach(figures -> figures.write(array.addObject()));
    }

    private static int stageOf(Booked one) {
        return Integer.parseInt(one.path().split("/", 4)[1]);
    }

    private void add(Booked one, Counted counted, String[] names) {
        boolean counts = switch (counted) {
            case REACHED, SKIPPED -> true;
            case ENTERED, REENTERED -> asked.in(one.day()) && firstInPeriod(names[2]);
            case SUCCEEDED -> asked.in(LocalDate.parse(names[2])) && firstInPeriod(names[3]);
            case STANDING -> {
                ageing.add(ChronoUnit.DAYS.between(LocalDate.parse(names[2]), asked.asOf()), one.amount());
                yield true;
            }
            case LEFT -> {
                if (asked.in(one.day())) {
                    daysInStage.add(Long.parseLong(names[2]), one.amount());
                }
                yield asked.in(one.day());
            }
            case BLOCKED -> {
                if (asked.in(one.day()) && firstInPeriod(names[2])) {
                    blocked.merge(PathName.text(names[3]), one.amount(), Math::addExact);
                }
                yield false;
            }
        };
        if (counts) {
            deals.merge(counted, one.amount(), Math::addExact);
        }
    }

    private boolean firstInPeriod(String before) {
        return before.equals(Counted.NEVER) || !asked.in(LocalDate.parse(before));
    }

    private void write(ObjectNode json) {
        json.put("stage", "S" + stage);
        json.put("reached", count(Counted.REACHED));
        json.put("skipped", count(Counted.SKIPPED));
        json.put("entered", count(Counted.ENTERED));
        json.put("reEntered", count(Counted.REENTERED));
        json.put("succeeded", count(Counted.SUCCEEDED));
        json.put("conversion", Rates.of(count(Counted.SUCCEEDED), count(Counted.ENTERED)));
        json.put("standing", count(Counted.STANDING));
        ageing.write(json.putObject("ageing"));
        json.put("left", count(Counted.LEFT));
        daysInStage.write(json.putObject("daysInStage"));
        ArrayNode missing = json.putArray("blocked");
        blocked.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(code ->
                        missing.addObject().put("missing", code.getKey()).put("count", code.getValue()));
    }

    private long count(Counted counted) {
        return deals.getOrDefault(counted, 0L);
    }
}
