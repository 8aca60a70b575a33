package io.milepost.platform.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.value.SiteCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SitePropertiesTest {

    @Test
    void where_nothing_is_said_people_work_from_monday_to_friday_in_the_zone_of_the_deployment() {
        assertThat(sites(Map.of())).isEqualTo(Sites.in(ZoneOffset.UTC));
    }

    @Test
    void a_site_has_a_zone_working_days_holidays_and_a_cut_off_time_of_its_own() {
        var sites = sites(Map.of(
                "milepost.calendar.cut-off", "18:00",
                "milepost.sites.riga.zone", "Europe/Riga",
                "milepost.sites.riga.working-days", "MONDAY,SATURDAY",
                "milepost.sites.riga.holidays", "2026-12-24,2026-12-31",
                "milepost.sites.riga.cut-off", "17:00",
                "milepost.sites.oslo.holidays", "2026-05-17"));

        assertThat(sites.of("RIGA"))
                .isEqualTo(new SiteCalendar(
                        ZoneId.of("Europe/Riga"),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
                        Set.of(LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-31")),
                        LocalTime.of(17, 0)));
        assertThat(sites.of("oslo").zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(sites.of("oslo").worksOn(LocalDate.parse("2026-05-15"))).isTrue();
        assertThat(sites.of(null).cutOff()).isEqualTo(LocalTime.of(18, 0));
        assertThat(sites.of("tallinn")).isEqualTo(sites.of(null));
    }

    @Test
    void a_day_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> sites(Map.of("milepost.sites.riga.holidays", "Christmas")))
                .hasStackTraceContaining("Christmas");
    }

    private static Sites sites(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("milepost", SiteProperties.class)
                .in(ZoneOffset.UTC);
    }
}
