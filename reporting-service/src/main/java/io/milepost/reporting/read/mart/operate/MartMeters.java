package io.milepost.reporting.read.mart.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Measures the mart under the names by which every projection is measured. */
public final class MartMeters {
    private MartMeters() {}

    /** By what the latest look has found. */
    public static void register(Feeding feeding, MartOperations operations, MeterRegistry meters) {
        operations
                .names()
                .forEach(name -> Gauge.builder(
                                "milepost.mart.differences",
                                operations,
                                all -> all.differences(name).stream()
                                        .asDoubleStream()
                                        .findFirst()
                                        .orElse(Double.NaN))
                        .tag("dataset", name)
                        .description(
                                "Rows that differed from a fold of the topics when this instance last compared them; NaN before")
                        .register(meters));
        Gauge.builder(
                        "milepost.projection.generation",
                        feeding,
                        all -> all.live().number())
                .tag("projection", MartOperations.NAME)
                .description("The generation that is read")
                .register(meters);
        Gauge.builder(
                        "milepost.projection.set.aside",
                        feeding,
                        all -> all.latest().setAside())
                .tag("projection", MartOperations.NAME)
                .description("Subjects that the numbers leave out from an event on that cannot be read or counted")
                .register(meters);
        Gauge.builder(
                        "milepost.projection.rebuild.progress",
                        feeding,
                        all -> all.latest().share().doubleValue())
                .tag("projection", MartOperations.NAME)
                .description("How far the rebuild under way has come, from 0 to 1; 1 when there is none")
                .register(meters);
        feeding.freshness()
                .forEach((source, freshness) -> Gauge.builder(
                                "milepost.projection.blocked",
                                feeding,
                                all -> all.latest().extent().of(source).stream()
                                        .filter(partition -> partition.blockedFor() != null)
                                        .count())
                        .tag("group", freshness.group())
                        .description(
                                "Partitions of which no more comes into the numbers before somebody has seen to it")
                        .register(meters));
    }
}
