package io.milepost.platform.inbox;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/**
 * All consumers of this service: one for each producing service that an automation listens to, one for each subscription.
 * Subscriptions that are not there for the whole life of the service begin and end here.
 */
public final class Inbox implements SmartLifecycle {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private final Supplier<List<TopicConsumer>> assembled;
    private final Function<Subscription, TopicConsumer> reading;
    private final VitalThreads threads;
    private final MeterRegistry meters;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    /** @param told see {@link Subscription} */
    private record Member(TopicConsumer consumer, Thread thread, List<Meter> gauges, boolean told) {}

    /**
     * @param assembled new consumers for each start
     * @param reading a new consumer for a subscription that begins later
     */
    Inbox(
            Supplier<List<TopicConsumer>> assembled,
            Function<Subscription, TopicConsumer> reading,
            VitalThreads threads,
            MeterRegistry meters) {
        this.assembled = assembled;
        this.reading = reading;
        this.threads = threads;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        assembled.get().forEach(consumer -> join(consumer, false));
        running = true;
    }

    @Override
    public synchronized void stop() {
        leave(List.copyOf(members));
        running = false;
    }

    /** Reads for this subscription from now on, until it {@link #end ends} or the service does; not while the service stops. */
    public synchronized void begin(Subscription subscription) {
        if (running) {
            join(reading.apply(subscription), subscription.told());
        }
    }

    /** Lets the batch under way finish and reads no more in this group. */
    public void end(String group) {
        end(List.of(group));
    }

    /** The same in several groups at once. */
    public synchronized void end(Collection<String> groups) {
        leave(members.stream()
                .filter(member -> groups.contains(member.consumer().group()))
                .toList());
    }

    private void join(TopicConsumer consumer, boolean told) {
        var group = consumer.group();
        var gauges = InboxMeters.of(consumer, meters);
        members.add(new Member(consumer, threads.start("inbox-" + group, consumer), gauges, told));
    }

    private void leave(List<Member> leaving) {
        leaving.forEach(member -> member.consumer().stop());
        try {
            for (var member : leaving) {
                if (!member.thread().join(STOPS_WITHIN)) {
                    member.thread().interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leaving.forEach(member -> member.gauges().forEach(meters::remove));
        members.removeAll(leaving);
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

    /**
     * The partitions of a group that do not go on in this instance, with the reason: they wait for an operator, or their records have
     * failed several times. No record's data is in it.
     */
    public Map<Integer, String> blocked(String group) {
        var blocked = new TreeMap<Integer, String>();
        members.stream()
                .map(Member::consumer)
                .filter(consumer -> consumer.group().equals(group))
                .forEach(consumer -> {
                    blocked.putAll(consumer.failing());
                    blocked.putAll(consumer.stopped());
                });
        return blocked;
    }

    /** By group whose readers are not told of it, the partitions that wait for an operator, with the reason. */
    Map<String, Map<Integer, String>> stopped() {
        var stopped = new TreeMap<String, Map<Integer, String>>();
        members.stream()
                .filter(member -> !member.told())
                .map(Member::consumer)
                .filter(consumer -> !consumer.stopped().isEmpty())
                .forEach(consumer -> stopped.put(consumer.group(), consumer.stopped()));
        return stopped;
    }
}
