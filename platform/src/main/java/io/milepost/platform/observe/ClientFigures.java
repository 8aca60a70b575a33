package io.milepost.platform.observe;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** What a client of Kafka counts of itself as a whole; one that is closed, or counts nothing, has zeros. */
public final class ClientFigures {
    public static final ClientFigures NONE = new ClientFigures(Map::of);

    private static final Set<String> OF_THE_CLIENT = Set.of("client-id");

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    /** @param metrics of the client, asked for whenever somebody looks: some begin after it was opened */
    public ClientFigures(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** A figure by Kafka's name for it, not one of a topic, a partition or a broker. */
    public double of(String name) {
        for (var metric : metrics.get().entrySet()) {
            if (metric.getKey().name().equals(name)
                    && metric.getKey().tags().keySet().equals(OF_THE_CLIENT)
                    && metric.getValue().metricValue() instanceof Number figure
                    && Double.isFinite(figure.doubleValue())) {
                return figure.doubleValue();
            }
        }
        return 0;
    }

    /** What Kafka measures in milliseconds. */
    public double seconds(String name) {
        return of(name) / 1e3;
    }
}
