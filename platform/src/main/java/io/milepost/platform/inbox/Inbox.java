package io.milepost.platform.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** All consumers of this service: one for each producing service that an automation listens to, one for each subscription. */
final class Inbox implements SmartLifecycle {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Supplier<List<TopicConsumer>> assembled;
    private volatile List<TopicConsumer> consumers = List.of();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /** @param assembled new consumers for each start */
    Inbox(Supplier<List<TopicConsumer>> assembled) {
        this.assembled = assembled;
    }

    @Override
    public synchronized void start() {
        consumers = assembled.get();
        consumers.forEach(consumer ->
                threads.add(Thread.ofVirtual().name("inbox-" + consumer.group()).start(consumer)));
        running = true;
    }

    @Override
    public synchronized void stop() {
        consumers.forEach(TopicConsumer::stop);
        try {
            for (var thread : threads) {
                if (!thread.join(STOPS_WITHIN)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start, after the web server, and first to stop: its commands need everything else. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** By group, the partitions that wait for an operator, with the reason. */
    Map<String, Map<Integer, String>> stopped() {
        var stopped = new TreeMap<String, Map<Integer, String>>();
        consumers.stream()
                .filter(consumer -> !consumer.stopped().isEmpty())
                .forEach(consumer -> stopped.put(consumer.group(), consumer.stopped()));
        return stopped;
    }

    long lag(String group) {
        return consumers.stream()
                .filter(consumer -> consumer.group().equals(group))
                .mapToLong(TopicConsumer::lag)
                .sum();
    }
}
