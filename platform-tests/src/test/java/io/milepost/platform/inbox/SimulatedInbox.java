package io.milepost.platform.inbox;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.eventlog.SimulatedLog;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.simulation.Instance;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.bson.Document;

/** Consumers as they are, with their positions and what they park, over a broker and collections in memory. */
public final class SimulatedInbox {

    /** The automation's name, a part of its request ids. */
    public static final String AUTOMATION = "when-thing-changed-then-weigh";

    private final Instance instance;
    private final String source;
    private final ConsumedPositions positions;
    private final Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers;
    private final MeterRegistry meters;

    public SimulatedInbox(
            Instance instance,
            String source,
            MongoCollection<Document> positions,
            Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers,
            MeterRegistry meters) {
        this.instance = instance;
        this.source = source;
        this.positions = new ConsumedPositions(positions);
        this.consumers = consumers;
        this.meters = meters;
    }

    /** What a thing's event says. */
    public record Changed(int n) {}

    /** Reacts to each change by weighing the parcels of the thing, until the instance dies. */
    public void automate(
            MongoCollection<Document> parked,
            Clock clock,
            Function<UUID, List<UUID>> parcels,
            Function<Request, CompletableFuture<Outcome>> dispatch) {
        var automation = new Automation<>(
                AUTOMATION,
                source,
                "thing.changed.v1",
                Changed.class,
                Reaction.toSeveral((cause, changed) -> parcels.apply(cause.subject()).stream()
                        .map(parcel -> new Reaction.Command(parcel, new ParcelCommand.WeighParcel(changed.n())))
                        .toList()),
                Set.of());
        run(
                "post-service." + source,
                new AutomationWork(
                        "post-service." + source,
                        source,
                        List.of(automation),
                        new Reactor(dispatch),
                        positions,
                        new ParkedStore(parked, clock),
                        new Epochs(Map.of()),
                        SimulatedLog.OwnThread::new,
                        meters));
    }

    /** Reads along until the instance dies. */
    public void subscribe(String group, BatchHandler handler) {
        run(
                group,
                new SubscriptionWork(
                        new Subscription(group, source, handler), positions, new Epochs(Map.of()), meters));
    }

    private void run(String group, PartitionWork work) {
        new TopicConsumer(
                group,
                new EventTopic(source).name(),
                () -> consumers.apply(Map.of(ConsumerConfig.GROUP_ID_CONFIG, group)),
                work) {
            @Override
            long nanoTime() {
                return instance.schedule().nanoTime();
            }

            @Override
            void pause(long millis) {
                instance.await(() -> false, TimeUnit.MILLISECONDS.toNanos(millis));
            }
        }.run();
    }
}
