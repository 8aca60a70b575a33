package io.milepost.platform.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.access.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Figures as the lists had them at the last look; a scrape asks no database. */
final class FigureMeters {
    private final Listings listings;
    private final List<Counted> counted = new ArrayList<>();

    /** @param number NaN until it is known */
    private record Counted(Figure figure, String value, AtomicReference<Double> number) {}

    FigureMeters(Listings listings, List<Figure> figures, MeterRegistry meters) {
        this.listings = listings;
        for (var figure : figures) {
            for (var value : figure.values()) {
                var number = new AtomicReference<>(Double.NaN);
                counted.add(new Counted(figure, value, number));
                var gauge = Gauge.builder("milepost.business." + figure.name(), number, AtomicReference::get)
                        .description(figure.description());
                if (!figure.label().isEmpty()) {
                    gauge.tag(figure.label(), value.toLowerCase(Locale.ROOT));
                }
                gauge.register(meters);
            }
        }
    }

    /** Counts now. Blocks. */
    void look() {
        for (var one : counted) {
            var total = listings.page(one.figure().list(), one.figure().query(one.value()), Sight.ALL)
                    .join()
                    .total();
            one.number().set(total == null ? Double.NaN : total);
        }
    }
}
