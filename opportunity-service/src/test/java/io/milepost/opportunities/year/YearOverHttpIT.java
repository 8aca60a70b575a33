package io.milepost.opportunities.year;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.OpportunityServiceApplication;
import io.milepost.opportunities.opportunity.Opportunity;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.platform.controlled.DocumentCatalogue;
import io.milepost.platform.controlled.DocumentKindCatalogue;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weeks of a year, played against the running service ({@code -Dyear.http=40} plays so many deals, {@code -Dyear.seed=17} others). Its
 * clock is moved from day to day, and ends before today, where tokens are good.
 */
class YearOverHttpIT {
    private static final int DAYS = 26;
    private static final String LOOK = "milepost.timer.look";

    private static final AtomicReference<Moment> NOW = new AtomicReference<>(Moment.of(Instant.EPOCH));

    /** A Monday, so that the same days of the week are played whenever it is. */
    private static LocalDate from;

    private static SuiteParts parts;
    private static RunningService service;
    private static PlayedYear year;

    /** A time that was set, and goes on from then. */
    private record Moment(Instant set, long nanos) {
        static Moment of(Instant time) {
            return new Moment(time, System.nanoTime());
        }

        Instant now() {
            return set.plus(Duration.ofNanos(System.nanoTime() - nanos));
        }
    }

    /** The service with the clock of the play. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(OpportunityServiceApplication.class)
    static class PlayedApplication {
        @Bean
        @Primary
        Clock playedClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException("nobody asks it for the time of a zone");
                }

                @Override
                public Instant instant() {
                    return NOW.get().now();
                }
            };
        }
    }

    @BeforeAll
    static void the_weeks_are_played() {
        from = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                .minusDays(DAYS)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        NOW.set(Moment.of(from.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
        System.setProperty(LOOK, "50ms");
        var catalogues = new ArrayList<>(PlayedYear.CATALOGUES);
        catalogues.add(DocumentCatalogue.DOCUMENT);
        catalogues.add(DocumentKindCatalogue.DOCUMENT_KIND);
        parts = SuiteParts.start();
        service = RunningService.start(parts, PlayedApplication.class, "opportunity", catalogues);
        var running = new OverHttp(service, PlayedYear.CATALOGUES, time -> NOW.set(Moment.of(time)), from);
        year = new PlayedYear(
                        running,
                        Long.getLong("year.seed", 58),
                        new PlayedYear.Span(from, DAYS, Integer.getInteger("year.http", 6), 2, 8))
                .play();
    }

    @AfterAll
    static void stop() {
        System.clearProperty(LOOK);
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("Over HTTP, too, everything that the laws are about happens, and much is refused")
    void enough_happens() {
        var happened = year.service.log().stream()
                .map(fact -> fact.event().getClass().getSimpleName())
                .collect(Collectors.toSet());
        assertThat(happened)
                .contains(
                        "OpportunityIdentified",
                        "OpportunityQualified",
                        "WinProbabilityChanged",
                        "QuotationIssued",
                        "QuotationAccepted",
                        "AtiApproved",
                        "KickoffCompleted",
                        "ExpenseRecorded",
                        "WeeklyReportBecameDue",
                        "WeeklyReportSubmitted",
                        "WeeklyReportMissed");
        assertThat(year.refused).containsKeys("BUDGET_EXCEEDED", "DISCOUNT_NEEDS_APPROVAL", "STAGE_NOT_SUCCEEDED");
    }

    @Test
    @DisplayName(
            "R-050, R-053, R-054, R-082, R-083, R-098, R-100, R-172, R-175, R-177: what is so of a year in memory is so over HTTP")
    void the_laws_hold() {
        var log = year.service.log();
        assertThat(YearLaws.chances(log)).isEmpty();
        assertThat(YearLaws.ends(log)).isEmpty();
        assertThat(YearLaws.projects(log)).isEmpty();
        assertThat(YearLaws.offers(log)).isEmpty();
        assertThat(YearLaws.acceptances(log)).isEmpty();
        assertThat(YearLaws.budgets(log)).isEmpty();
        assertThat(YearLaws.risks(log)).isEmpty();
        assertThat(YearLaws.reports(log, from.plusDays(DAYS - 1))).isEmpty();
    }

    @Test
    @DisplayName("R-190: what the list of deals shows equals what happened, told anew")
    void what_is_shown_equals_a_fold() {
        var deals = year.service.all(OPPORTUNITY);
        assertThat(deals).isNotEmpty();
        deals.forEach((id, deal) -> {
            var told = (OpportunityView) OPPORTUNITY.view().apply((Opportunity) deal);
            var shown = service.client().read("opportunities", id);
            assertThat(shown.path("status").asString()).isEqualTo(told.status());
            var progress = (ObjectNode) Json.mapper().valueToTree(told.progress());
            // Whoever committed is a person, sealed in the event.
            assertThat(((ObjectNode) shown.path("progress"))
                            .without("commitments")
                            .toString())
                    .isEqualTo(progress.without("commitments").toString());
        });
    }
}
