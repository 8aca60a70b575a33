package io.milepost.platform.simulation;

import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.SimulatedLog;
import io.milepost.platform.eventlog.StoredCommit;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.inbox.SimulatedInbox;
import io.milepost.platform.json.Json;
import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.EventTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** Holds what was published, weighed, parked and added up against the log that it all comes from. */
final class ChainChecks {

    private final MemoryStore shop;
    private final MemoryStore post;
    private final MemoryBroker broker;
    private final List<String> violations = new ArrayList<>();
    private boolean published;
    private long looked = -1;

    ChainChecks(MemoryStore shop, MemoryStore post, MemoryBroker broker) {
        this.shop = shop;
        this.post = post;
        this.broker = broker;
    }

    /** Whether as many events can be read from the topic as stand in the log. */
    boolean isPublished() {
        long now = broker.version() * 1_000 + shop.documents(Writer.EVENTS).size();
        if (looked != now) {
            looked = now;
            published = seen().count() >= events().size();
        }
        return published;
    }

    /** Whether both readers have read up. */
    boolean isDone() {
        return broker.isReadUp("post-service." + ChainStory.SOURCE, partitions())
                && broker.isReadUp("post-service.totals", partitions());
    }

    List<String> violations(ChainStory.Extent extent) {
        topic();
        if (extent != ChainStory.Extent.RELAY) {
            effects(extent);
            totals();
        }
        violations.addAll(shop.violations());
        violations.addAll(post.violations());
        return violations;
    }

    private void topic() {
        var left = new HashMap<Long, StoredEvent>();
        events().forEach(event -> left.put(event.position(), event));
        for (var partition : partitions()) {
            long before = 0;
            for (var entry : seen(partition).toList()) {
                long position = Long.parseLong(header(entry, CloudEvent.SEQUENCE));
                var event = left.remove(position);
                if (event == null) {
                    violations.add("I4: position %d is on the topic and not in the log, or twice".formatted(position));
                } else if (!Arrays.equals(event.payload(), entry.value())
                        || !event.require(Metadata.ROOT).equals(new String(entry.key(), StandardCharsets.UTF_8))) {
                    violations.add("I4: position %d is another event on the topic".formatted(position));
                }
                if (position <= before) {
                    violations.add("I4: position %d is on the topic behind %d".formatted(position, before));
                }
                before = position;
            }
        }
        left.keySet().forEach(position -> violations.add("I4: position %d is not on the topic".formatted(position)));
    }

    /** For each thing its changes are weighed in their order up to the first that is refused; that one and all later are parked. */
    private void effects(ChainStory.Extent extent) {
        var wanted = new LinkedHashMap<String, List<String>>();
        var waiting = new HashMap<String, String>();
        var stopped = new HashSet<String>();
        var weight = new HashMap<String, Integer>();
        for (var event : events()) {
            var thing = event.require(Metadata.SUBJECT);
            if (stopped.contains(thing)) {
                waiting.put(event.id().toString(), "BEHIND_PARKED");
            } else if (n(event) == Post.REFUSED) {
                stopped.add(thing);
                waiting.put(event.id().toString(), Post.REFUSAL);
            } else if (weight.getOrDefault(thing, 0) != n(event)) {
                // What weighs that much already is not weighed again.
                weight.put(thing, n(event));
                extent.parcels(UUID.fromString(thing))
                        .forEach(parcel -> wanted.computeIfAbsent(parcel.toString(), _ -> new ArrayList<>())
                                .add("%s/%s/%s".formatted(event.id(), SimulatedInbox.AUTOMATION, parcel)));
            }
        }
        var weighed = new LinkedHashMap<String, List<String>>();
        commits(post).stream()
                .filter(commit -> !commit.requestId().startsWith("post/"))
                .forEach(commit -> weighed.computeIfAbsent(
                                commit.events().getFirst().require(Metadata.SUBJECT), _ -> new ArrayList<>())
                        .add(commit.requestId()));
        if (!weighed.equals(wanted)) {
            violations.add("I6: weighed is %s instead of %s".formatted(weighed, wanted));
        }
        var parked = new HashMap<String, String>();
        post.documents("parked").values().forEach(record -> parked.put(idOf(record), record.getString("cause")));
        if (!parked.equals(waiting)) {
            violations.add("I6: parked is %s instead of %s".formatted(parked, waiting));
        }
    }

    private void totals() {
        var fold = new HashMap<Object, Document>();
        for (var event : events()) {
            var thing = event.require(Metadata.ROOT);
            fold.merge(
                    thing,
                    Totals.next(new Document(), thing, event.position(), n(event)),
                    (before, _) -> Totals.next(before, thing, event.position(), n(event)));
        }
        var totals = new HashMap<>(post.documents(Totals.COLLECTION));
        if (!totals.equals(fold)) {
            violations.add("I5: the projection is %s instead of %s".formatted(totals, fold));
        }
    }

    private static int n(StoredEvent event) {
        return Json.lenient()
                .readValue(event.payload(), SimulatedInbox.Changed.class)
                .n();
    }

    private static String idOf(Document parked) {
        return parked.getList("headers", Document.class).stream()
                .filter(header -> header.getString("name").equals(CloudEvent.ID))
                .map(header -> new String(
                        header.get("value", org.bson.types.Binary.class).getData(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private Stream<MemoryBroker.Entry> seen() {
        return partitions().stream().flatMap(this::seen);
    }

    private Stream<MemoryBroker.Entry> seen(TopicPartition partition) {
        return broker.entries(partition).stream()
                .limit(broker.stable(partition))
                .filter(broker::isSeen);
    }

    private static List<TopicPartition> partitions() {
        return IntStream.range(0, EventTopic.PARTITIONS)
                .mapToObj(i -> new TopicPartition(new EventTopic(ChainStory.SOURCE).name(), i))
                .toList();
    }

    private static String header(MemoryBroker.Entry entry, String name) {
        return new String(entry.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private List<StoredEvent> events() {
        return commits(shop).stream()
                .flatMap(commit -> commit.events().stream())
                .toList();
    }

    private static List<StoredCommit> commits(MemoryStore store) {
        return SimulatedLog.commits(List.copyOf(store.documents(Writer.EVENTS).values()));
    }
}
