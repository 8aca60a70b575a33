package io.milepost.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Request;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.relay.Topics;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.testkit.parcel.ParcelRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the post does on the events of a shop. */
record PostWork(String group, String shop, ParcelOffice office, ParkedStore parked, MeterRegistry meters) {
    static final UUID A = new UUID(1, 1);

    /** What the shop's events tell that the post cares about. */
    record Order(int grams) {}

    /** The shop's order that goes in several parcels. */
    record Split(List<UUID> parcels) {
        Split {
            parcels = List.copyOf(parcels);
        }
    }

    /** The shop's order of a parcel that has to be posted. */
    record Placed(String label) {}

    AutomationWork automations() {
        return works(Map.of(), UnaryOperator.identity());
    }

    /** What sends a request; a test may stand in between. */
    interface Dispatch extends Function<Request, CompletableFuture<Outcome>> {}

    AutomationWork works(Map<String, String> acceptedEpochs, UnaryOperator<Dispatch> between) {
        return works(acceptedEpochs, between, positions());
    }

    AutomationWork works(
            Map<String, String> acceptedEpochs, UnaryOperator<Dispatch> between, ConsumedPositions positions) {
        var post = new Automation<>(
                "when-order-placed-then-post",
                shop,
                "order.placed.v1",
                Placed.class,
                (cause, placed) -> Optional.of(
                        new Reaction.Command(cause.subject(), ParcelOffice.post(placed.label(), null, "1.00"))),
                Set.of());
        var weigh = new Automation<>(
                "when-order-weighed-then-weigh",
                shop,
                "order.weighed.v1",
                Order.class,
                (cause, order) -> Optional.of(
                        new Reaction.Command(cause.subject(), new ParcelCommand.WeighParcel(order.grams()))),
                Set.of(ParcelRefusal.NOT_UNDER_WAY));
        var postAll = new Automation<>(
                "when-order-split-then-post-all",
                shop,
                "order.split.v1",
                Split.class,
                Reaction.toSeveral((_, split) -> split.parcels().stream()
                        .map(parcel -> new Reaction.Command(parcel, ParcelOffice.post("of " + parcel, null, "1.00")))
                        .toList()),
                Set.of());
        return new AutomationWork(
                group,
                shop,
                List.of(post, weigh, postAll),
                new Reactor(between.apply(office.commands()::dispatch)),
                positions,
                parked,
                new Epochs(acceptedEpochs),
                meters);
    }

    ConsumedPositions positions() {
        return new ConsumedPositions(office.database().getCollection("inbox_positions"));
    }

    ParkedRecords records() {
        return new ParkedRecords(parked, List.of(automations()));
    }

    /** Kafka hands everything over again. */
    void rewind() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", SuiteParts.shared().bootstrapServers()))) {
            var partition = new TopicPartition(new EventTopic(shop).name(), Topics.partitionOf(A));
            admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
    }
}
