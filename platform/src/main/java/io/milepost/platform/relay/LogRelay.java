package io.milepost.platform.relay;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.Tail;
import io.milepost.platform.observe.Spans;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tails the log and publishes. Whatever goes wrong, it does one thing: give up the producer, wait, open a new one (which ends what
 * the old one left open) and go on from the checkpoint that was committed. So there is one way to start and no way to recover.
 */
class LogRelay implements Relay, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogRelay.class);
    private static final int MAX_EVENTS = 1_000;
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EventLog log;
    private final EventTopic topic;
    private final Broker broker;
    private final Lease lease;
    private final StartingPoint start;
    private final VitalThreads threads;
    private final LongSupplier nanoTime;

    private volatile Spans spans = Spans.NONE;
    private volatile Status status = new Status.StandingBy();
    private volatile long published = -1;
    private volatile long caughtUpAt;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    LogRelay(EventLog log, EventTopic topic, Broker broker, Lease lease, StartingPoint start, VitalThreads threads) {
        this(log, topic, broker, lease, start, threads, System::nanoTime);
    }

    LogRelay(
            EventLog log,
            EventTopic topic,
            Broker broker,
            Lease lease,
            StartingPoint start,
            VitalThreads threads,
            LongSupplier nanoTime) {
        this.log = log;
        this.topic = topic;
        this.broker = broker;
        this.lease = lease;
        this.start = start;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.caughtUpAt = nanoTime.getAsLong();
    }

    /** From now on, what is published is a span of the trace that the event belongs to. */
    LogRelay tracedBy(Spans tracing) {
        spans = tracing;
        return this;
    }

    @Override
    public OptionalLong publishedPosition() {
        return published < 0 ? OptionalLong.empty() : OptionalLong.of(published);
    }

    @Override
    public Status status() {
        return status;
    }

    /** For how long there has been something to publish, at most; 0 when another instance publishes. */
    double lagSeconds() {
        return switch (status) {
            case Status.StandingBy _ -> 0;
            case Status.Publishing _ when published >= log.head() -> 0;
            default -> (nanoTime.getAsLong() - caughtUpAt) / 1e9;
        };
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        caughtUpAt = nanoTime.getAsLong();
        thread = threads.start("relay", this::run);
    }

    /** Finishes the transaction under way and gives the lease back. */
    @Override
    public void stop() {
        var running = thread;
        stopping.countDown();
        if (running != null) {
            try {
                if (!running.join(Duration.ofSeconds(20))) {
                    running.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts with the log's other readers and stops after the web server, whose last commits it may still publish. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Publishes until it is stopped. */
    final void run() {
        var pause = Duration.ofMillis(100);
        while (!isStopping()) {
            try {
                if (lease.held()) {
                    publishWhileHeld();
                    pause = Duration.ofMillis(100);
                    continue;
                }
                status = new Status.StandingBy();
                // What is behind is the other one's lag; after a take-over ours begins here.
                caughtUpAt = nanoTime.getAsLong();
                pause(Duration.ofSeconds(1));
            } catch (OperatorNeeded e) {
                refuse(e);
                pause(LONGEST_PAUSE);
            } catch (InterruptedException e) {
                break;
            } catch (RuntimeException e) {
                retry(e);
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        release();
    }

    private void publishWhileHeld() throws InterruptedException {
        broker.prepareTopics();
        var producer = broker.openProducer();
        try {
            // Only now: before the producer was opened, another one could still have moved it.
            var begins = beginsWith(producer);
            if (begins.emptied()) {
                broker.empty();
                LOG.warn("{} is emptied; all of epoch {} is published anew", topic.name(), log.epoch());
            }
            var from = begins.after();
            published = from;
            status = new Status.Publishing();
            LOG.info("Publishing {} after position {}, the log's head is {}", topic.name(), from, log.head());
            try (var tail = log.tail(from)) {
                while (!isStopping() && lease.held()) {
                    publish(producer, collect(tail));
                }
            }
        } finally {
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** What calls for an operator counts only for the one relay: to one that was overtaken amid its reads they say nothing. */
    private StartingPoint.Start beginsWith(Producer<byte[], byte[]> producer) {
        var checkpoint = broker.checkpoint();
        var holdsEvents = broker.holdsEvents();
        try {
            var begins = start.in(log, checkpoint, holdsEvents);
            if (begins.emptied()) {
                broker.refuseOvertaken(producer);
            }
            return begins;
        } catch (OperatorNeeded e) {
            broker.refuseOvertaken(producer);
            throw e;
        }
    }

    /** What there is, waiting a little for company: a transaction costs the same for one event and for a thousand. */
    private List<StoredCommit> collect(Tail tail) throws InterruptedException {
        var batch = new ArrayList<>(tail.next(MAX_EVENTS, POLL));
        var deadline = nanoTime.getAsLong() + LINGER.toNanos();
        while (!batch.isEmpty()) {
            var room = MAX_EVENTS - events(batch);
            var left = deadline - nanoTime.getAsLong();
            if (room <= 0 || left <= 0) {
                break;
            }
            batch.addAll(tail.next(room, Duration.ofNanos(left)));
        }
        return batch;
    }

    private void publish(Producer<byte[], byte[]> producer, List<StoredCommit> batch) {
        if (batch.isEmpty()) {
            caughtUpAt = nanoTime.getAsLong();
            return;
        }
        var last = batch.getLast().last();
        var envelope = new Envelope(topic, log.epoch());
        producer.beginTransaction();
        var failed = new AtomicReference<@Nullable Exception>();
        var traced = new ArrayList<Spans.Running>();
        for (var commit : batch) {
            for (var event : commit.events()) {
                if (event.position() > published) {
                    traced.add(spans.begin("publish", event.metadata().get(Metadata.TRACEPARENT)));
                    send(producer, envelope.of(event), failed);
                }
            }
        }
        send(producer, broker.record(new Checkpoint(last, log.epoch())), failed);
        producer.commitTransaction();
        traced.forEach(Spans.Running::end);
        published = last;
        if (last >= log.head()) {
            caughtUpAt = nanoTime.getAsLong();
        }
    }

    /** The commit would report the failure too, but while the broker is away each send first waits for it. */
    private static void send(
            Producer<byte[], byte[]> producer,
            ProducerRecord<byte[], byte[]> record,
            AtomicReference<@Nullable Exception> failed) {
        var failure = failed.get();
        if (failure != null) {
            throw new KafkaException("a record was not taken", failure);
        }
        var _ = producer.send(record, (metadata, error) -> failed.compareAndSet(null, error));
    }

    private static int events(List<StoredCommit> batch) {
        return batch.stream().mapToInt(commit -> commit.events().size()).sum();
    }

    private void refuse(OperatorNeeded e) {
        var refusing = new Status.Refusing(String.valueOf(e.getMessage()));
        if (!refusing.equals(status)) {
            LOG.error("Nothing is published to {}: {}", topic.name(), refusing.reason());
        }
        status = refusing;
    }

    private void retry(RuntimeException e) {
        var retrying = new Status.Retrying(e.getClass().getSimpleName());
        if (!retrying.equals(status) && !isStopping()) {
            LOG.warn("Publishing to {} is interrupted and will be tried again", topic.name(), e);
        }
        status = retrying;
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("The relay's lease was not given back and runs out by itself: {}", e.toString());
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Ends early when it is stopped. */
    void pause(Duration length) {
        try {
            stopping.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
