package io.milepost.delivery.handover;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.delivery.handover.Handover.*;
import io.milepost.delivery.kernel.AfterSales;
import io.milepost.delivery.kernel.Appointed;
import io.milepost.delivery.kernel.StandardRules;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Those who hold a handover are reminded once, before it is due: as many days as the sales process of its deal says. */
final class Reminding {
    private Reminding() {}

    static Decision<Event> announce(Handover handover, Occasion occasion) {
        var today = occasion.today();
        var dueOn = handover.details().initiated().dueOn();
        return announceOn(handover).filter(day -> !today.isBefore(day)).isPresent()
                ? accepted(holders(handover.details(), occasion).stream()
                        .<Event>map(holder -> new HandoverDueAnnounced(dueOn, holder))
                        .toList())
                : unchanged();
    }

    /** The day of the reminder, unless there was one, or nobody awaits the handover any more. */
    static Optional<LocalDate> announceOn(Handover handover) {
        return handover.details().announced()
                ? Optional.empty()
                : handover.awaitedUntil().map(day -> day.minusDays(noticeDays(handover.details())));
    }

    private static int noticeDays(Details details) {
        return Optional.ofNullable(details.initiated().afterSales())
                .map(AfterSales::handoverNoticeDays)
                .orElse(StandardRules.RULES.handoverNoticeDays());
    }

    /** Who sold it hands it over, the project director calls the meeting, and whom the letter entrusts takes it over; each once. */
    private static List<String> holders(Details details, Occasion occasion) {
        var known = new TreeMap<String, String>();
        return Stream.of(
                        Stream.of(details.initiated().owner()),
                        Appointed.directors(occasion).stream().sorted(),
                        details.entrustment().map(EntrustmentLetterIssued::to).stream())
                .flatMap(some -> some)
                .filter(holder -> known.putIfAbsent(Codes.canonical(holder), holder) == null)
                .toList();
    }
}
