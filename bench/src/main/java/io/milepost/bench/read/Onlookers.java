package io.milepost.bench.read;

import io.milepost.bench.RunningService;
import io.milepost.bench.Servers;
import io.milepost.platform.projection.Listings;
import io.milepost.platform.relay.EventTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of the service's topic and somebody who looks at its lists all the time; both note when they see an event. */
final class Onlookers implements AutoCloseable {
    private static final long LOOK_NANOS = 100_000;

    private final CountDownLatch ready = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CompletableFuture<Void> consuming;
    private final CompletableFuture<Void> looking;
    private volatile boolean closed;

    Onlookers(RunningService service, Servers servers, String source, Crossings crossings) {
        consuming = CompletableFuture.runAsync(() -> consume(servers, source, crossings), threads);
        looking = CompletableFuture.runAsync(() -> look(service.bean(Listings.class), crossings), threads);
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(Servers servers, String source, Crossings crossings) {
        var topic = new EventTopic(source);
        var partitions = IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers.broker(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            ready.countDown();
            while (!closed) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    var sequence = record.headers().lastHeader("ce_sequence").value();
                    crossings.onKafka(Long.parseLong(new String(sequence, StandardCharsets.US_ASCII)));
                }
            }
        } finally {
            ready.countDown();
        }
    }

    private void look(Listings lists, Crossings crossings) {
        while (!closed) {
            crossings.inLists(lists.position());
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Fails when one of them did. */
    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        consuming.join();
        looking.join();
    }
}
