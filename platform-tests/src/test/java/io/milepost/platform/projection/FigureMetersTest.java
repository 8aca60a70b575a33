package io.milepost.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.projection.ListQuery.Op;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a service counts of its lists. */
class FigureMetersTest {
    private static final Catalogue<?, ?, ?> LIST = ParcelMessages.CATALOGUE;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_figure_is_unknown_until_it_is_counted_and_has_a_series_for_each_value() {
        var figures = new FigureMeters(
                new Counting(Map.of("POSTED", 7L, "LOST", 2L)),
                List.of(
                        Figure.of("lost.parcels", "Parcels that are lost", LIST, "status", "LOST"),
                        Figure.by("state", "parcels", "Parcels by state", LIST, "status", "POSTED", "LOST")),
                meters);
        assertThat(meters.get("milepost.business.lost.parcels").gauge().value()).isNaN();

        figures.look();

        assertThat(meters.get("milepost.business.lost.parcels").gauge().value()).isEqualTo(2);
        assertThat(of("posted")).isEqualTo(7);
        assertThat(of("lost")).isEqualTo(2);
        assertThat(meters.getMeters()).hasSize(3);
    }

    private double of(String state) {
        return meters.get("milepost.business.parcels")
                .tag("state", state)
                .gauge()
                .value();
    }

    /** Lists that can do no more than count what has one value. */
    private record Counting(Map<String, Long> totals) implements Listings {
        @Override
        public CompletableFuture<Page> page(Catalogue<?, ?, ?> catalogue, ListQuery query, Sight sight) {
            assertThat(catalogue).isSameAs(LIST);
            assertThat(query.count()).isTrue();
            var filter = query.filters().getFirst();
            assertThat(filter.field()).isEqualTo("status");
            assertThat(filter.op()).isEqualTo(Op.EQ);
            var total = totals.get(filter.values().getFirst());
            return CompletableFuture.completedFuture(new Page(List.of(), List.of(), null, total, 0, 1));
        }

        @Override
        public Set<String> queryable(Catalogue<?, ?, ?> catalogue) {
            return Set.of("status");
        }

        @Override
        public long position() {
            return 1;
        }

        @Override
        public Duration lag() {
            return Duration.ZERO;
        }

        @Override
        public boolean await(long position, Duration timeout) {
            return true;
        }

        @Override
        public CompletableFuture<Void> rebuild() {
            return CompletableFuture.completedFuture(null);
        }
    }
}
