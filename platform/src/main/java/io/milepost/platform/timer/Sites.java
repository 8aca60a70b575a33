package io.milepost.platform.timer;

import io.milepost.platform.value.Codes;
import io.milepost.platform.value.SiteCalendar;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calendars in which due dates are reckoned. A site of which nothing is configured works as the deployment does.
 *
 * @param own the deployment's
 * @param others by code of the site
 */
record Sites(SiteCalendar own, Map<String, SiteCalendar> others) {

    Sites {
        var canonical = new LinkedHashMap<String, SiteCalendar>();
        others.forEach((site, calendar) -> canonical.put(Codes.canonical(site), calendar));
        others = Map.copyOf(canonical);
    }

    /** A deployment without sites of its own, in this zone. */
    static Sites in(ZoneId zone) {
        return new Sites(SiteCalendar.mondayToFriday(zone), Map.of());
    }

    SiteCalendar of(@Nullable String site) {
        return site == null ? own : others.getOrDefault(Codes.canonical(site), own);
    }

    /** Changes whenever some date might be reckoned otherwise; the zone alone where nothing else is configured. */
    String fingerprint() {
        var zone = own.zone().getId();
        return equals(in(own.zone()))
                ? zone
                : others.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(site -> site.getKey() + " " + text(site.getValue()))
                        .collect(Collectors.joining(" ", zone + " " + text(own) + " ", ""))
                        .strip();
    }

    private static String text(SiteCalendar calendar) {
        return "%s %s %s %s"
                .formatted(
                        calendar.zone().getId(),
                        new TreeSet<>(calendar.workingDays()),
                        new TreeSet<>(calendar.holidays()),
                        calendar.cutOff());
    }
}
