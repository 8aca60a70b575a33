package io.milepost.reporting.read.mart.sales;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.Topic;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Redriving;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Datasets over the same fold. */
class SharedFoldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final List<String> OVER_DEALS = SalesLawsTest.declared().folded().stream()
            .map(datasets ->
                    datasets.stream().map(of -> of.dataset().name()).sorted().toList())
            .filter(names -> names.contains("opportunity"))
            .findFirst()
            .orElseThrow();

    private final List<Inbound> events = new ArrayList<>();

    private void happen(long seed) {
        var random = new Random(seed);
        SalesLawsTest.places(SalesLawsTest.FIRST, events, random);
        for (int deal = 0; deal < 30; deal++) {
            SalesLawsTest.story(SalesLawsTest.FIRST, new UUID(seed, deal), events, random);
        }
    }

    @Test
    @DisplayName("datasets over one fold share one table of views, and their rows and sums are those of each alone")
    void as_alone() {
        happen(71);
        var sales = new Sales(ZoneOffset.UTC);
        var movement = new Movement(ZoneOffset.UTC, sales.places());
        try (var one = Postgres.database();
                var other = Postgres.database()) {
            var together = new Fed(one, SalesLawsTest.declared(), TODAY);
            together.take(events, new Random(1));
            var alone = new Fed(other, new Declarations(List.of(movement.measures()), movement.reports()), TODAY);
            alone.take(events, new Random(2));

            assertThat(together.contents().keySet())
                    .contains("opportunity_view", "movement_history", "stay_history")
                    .doesNotContain("movement_view", "stay_view", "refused_advance_view");
            var views = alone.contents().get("movement_view");
            assertThat(together.contents()).containsEntry("opportunity_view", views);
            assertThat(of("movement", together)).isNotEmpty().isEqualTo(of("movement", alone));
        }
    }

    /** The tables of a dataset, but for the views. */
    private static Map<String, String> of(String dataset, Fed fed) {
        var tables = new TreeMap<>(fed.contents());
        tables.keySet().removeIf(table -> !table.startsWith(dataset + "_") || table.endsWith("_view"));
        return tables;
    }

    @Test
    @DisplayName(
            "a subject that cannot be folded is set aside in all of them, and goes on in all of them when one is redriven")
    void aside_together() {
        happen(72);
        try (var one = Postgres.database();
                var other = Postgres.database()) {
            var undisturbed = new Fed(one, SalesLawsTest.declared(), TODAY);
            undisturbed.take(events, new Random(1));
            var disturbed = new Fed(other, SalesLawsTest.declared(), TODAY);
            var bad = events.stream()
                    .filter(event -> event.type().equals("opportunity.value-updated.v1"))
                    .findFirst()
                    .orElseThrow();
            disturbed.take(
                    events.stream()
                            .map(event -> event.equals(bad) ? garbled(event) : event)
                            .toList(),
                    new Random(2));

            var asides = asides(disturbed);
            assertThat(OVER_DEALS).contains("movement", "refused_advance", "stay");
            assertThat(asides).extracting(Aside::dataset).containsExactlyElementsOf(OVER_DEALS);
            assertThat(asides).extracting(Aside::subject).containsOnly(bad.subject());
            assertThat(asides).extracting(Aside::position).containsOnly(bad.position());
            assertThat(disturbed.contents()).isNotEqualTo(undisturbed.contents());

            var asked = asides.stream()
                    .filter(aside -> aside.dataset().equals("movement"))
                    .toList();
            assertThat(new Redriving(disturbed.mart, disturbed.schema.tables())
                            .redrive(disturbed.feed("opportunity"), asked, Topic.of(events)))
                    .isEqualTo(1);
            assertThat(asides(disturbed)).isEmpty();
            new Redriving(disturbed.mart, disturbed.schema.tables())
                    .redrive(
                            disturbed.feed("opportunity"),
                            new Asides(disturbed.mart, disturbed.schema.tables()).find(null, null, 100),
                            Topic.of(events));
            assertThat(disturbed.contents()).isEqualTo(undisturbed.contents());
        }
    }

    /** Those of the datasets that share the fold; others may be over the same events. */
    private static List<Aside> asides(Fed fed) {
        return new Asides(fed.mart, fed.schema.tables())
                .find(null, null, 100).stream()
                        .filter(aside -> OVER_DEALS.contains(aside.dataset()))
                        .toList();
    }

    private static Inbound garbled(Inbound event) {
        return new Inbound(
                event.source(),
                event.type(),
                event.subject(),
                event.eventId(),
                event.position(),
                event.epoch(),
                event.effectiveAt(),
                event.recordedAt(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                event.key(),
                "{\"expectedValue\":\"a lot\"}".getBytes(StandardCharsets.UTF_8));
    }
}
