package io.milepost.cli.importing;

import io.milepost.cli.Failure;
import io.milepost.cli.importing.Bodies.ContractLine;
import io.milepost.cli.importing.Bodies.DraftQuotation;
import io.milepost.cli.suite.Batches;
import io.milepost.cli.suite.Item;
import io.milepost.cli.suite.ItemAnswer;
import io.milepost.cli.suite.NameBasedId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether the services' days begin when this import's do. No answer of theirs names their zone, but one of their rules
 * shows it: a quotation is not drafted when the last day of its validity is over. It is asked with {@code validateOnly},
 * which stores nothing, for a deal that there is not: that is what it is refused for while its last day is not over.
 */
final class ZoneCheck {

    /** Enough to meet summer and winter time. */
    private static final int DAYS = 12;

    private static final String OVER = "VALIDITY_OVER";
    private static final String NO_DEAL = "OPPORTUNITY_UNKNOWN";

    private final Batches batches;
    private final URI opportunities;
    private final ZoneId zone;

    ZoneCheck(Batches batches, URI opportunities, ZoneId zone) {
        this.batches = batches;
        this.opportunities = opportunities;
        this.zone = zone;
    }

    /**
     * Fails where days would become others.
     *
     * @param known days, all in the past
     * @return what is to be said if the zones differ and every day stays the same all the same
     */
    Optional<String> hold(List<LocalDate> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var days = some(known);
        var items = new ArrayList<Item>();
        days.forEach(day -> items.add(drafted(day, "begins", start(day), day.minusDays(1))));
        days.forEach(
                day -> items.add(drafted(day, "ends", start(day.plusDays(1)).minusSeconds(1), day)));
        var answers = batches.validate(opportunities, items);
        for (int i = 0; i < days.size(); i++) {
            if (answers.get(i).code().equals(NO_DEAL)) {
                throw new Failure(("--zone %s is not the services' zone: when %s begins there, it is still %s for the"
                                + " services, so deals would stand on the day before their own. Nothing was sent.")
                        .formatted(zone, days.get(i), days.get(i).minusDays(1)));
            }
        }
        return IntStream.range(0, days.size())
                .filter(i -> isOver(answers.get(days.size() + i)))
                .mapToObj(days::get)
                .findFirst()
                .map(day ->
                        "--zone %s is not the services' zone: before %s ends there, it is %s for them; no day of the files becomes another by that"
                                .formatted(zone, day, day.plusDays(1)));
    }

    private static boolean isOver(ItemAnswer answer) {
        return answer.code().equals(OVER);
    }

    private static List<LocalDate> some(List<LocalDate> known) {
        var count = Math.min(DAYS, known.size());
        return IntStream.range(0, count)
                .mapToObj(i -> known.get((int) ((long) i * known.size() / count)))
                .toList();
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static Item drafted(LocalDate day, String when, Instant at, LocalDate validUntil) {
        var id = NameBasedId.of("zone", when, day.toString());
        var line = new ContractLine("zone", 1, new Money("1", "JPY"));
        return new Item("DraftQuotation", id, at, id, new DraftQuotation(id, id, "zone", List.of(line), validUntil));
    }
}
