package io.milepost.platform.timer;

import io.milepost.platform.value.SiteCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people work, of which due dates are reckoned in working days. The same in all services of a deployment.
 *
 * @param calendar the deployment's own
 * @param sites those that work otherwise, by their codes
 */
@ConfigurationProperties("milepost")
record SiteProperties(
        @DefaultValue Hours calendar, @DefaultValue Map<String, Hours> sites) {

    SiteProperties {
        sites = Map.copyOf(sites);
    }

    /**
     * Of one site.
     *
     * @param zone that of the deployment where it is absent
     * @param workingDays on which people work
     * @param holidays as {@code 2026-12-25}
     * @param cutOff as {@code 17:00}; without one the whole day counts
     */
    record Hours(
            @Nullable ZoneId zone,

            @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"})
            Set<DayOfWeek> workingDays,

            @DefaultValue Set<String> holidays,
            @Nullable String cutOff) {

        Hours {
            workingDays = Set.copyOf(workingDays);
            holidays = Set.copyOf(holidays);
        }

        SiteCalendar in(ZoneId deployment) {
            return new SiteCalendar(
                    Objects.requireNonNullElse(zone, deployment),
                    workingDays,
                    holidays.stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet()),
                    cutOff == null ? null : LocalTime.parse(cutOff));
        }
    }

    Sites in(ZoneId deployment) {
        return new Sites(
                calendar.in(deployment),
                sites.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, site -> site.getValue().in(deployment))));
    }
}
