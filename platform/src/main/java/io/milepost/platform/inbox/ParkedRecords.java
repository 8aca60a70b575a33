package io.milepost.platform.inbox;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What an operator sees of records that could not be processed, and how they are tried again. Blocks: call it on a virtual thread. */
public final class ParkedRecords {
    private final ParkedStore store;
    private final List<AutomationWork> groups;

    ParkedRecords(ParkedStore store, List<AutomationWork> groups) {
        this.store = store;
        this.groups = List.copyOf(groups);
    }

    /**
     * A record that waits, without its content.
     *
     * @param type of its event, or null when its envelope could not be read
     * @param cause a refusal's code, the name of a fault, or that an earlier record of its key waits
     */
    public record Parked(
            String id,
            String group,
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable String type,
            String cause,
            Instant at) {}

    /**
     * What became of a redrive.
     *
     * @param processed records that had their effect now and are no longer parked
     * @param stays why the first of the remaining ones has to stay, or null when none remains
     */
    public record Redriven(int processed, @Nullable String stays) {}

    /** All of them, each group's in the order of their partitions. */
    public List<Parked> list() {
        return store.all().stream().map(ParkedRecords::shown).toList();
    }

    /** Some that wait for a cause of their own and of which nobody has been told. */
    public List<Parked> untold(int most) {
        return store.untold(most).stream().map(ParkedRecords::shown).toList();
    }

    /** Somebody has been told of it. */
    public void told(Parked record) {
        store.told(record.id());
    }

    public long count() {
        return store.count();
    }

    /** Processes the parked records of a key in order, in every group that has some. */
    public Redriven redrive(String key) {
        var processed = 0;
        @Nullable String stays = null;
        for (var group : groups) {
            var redriven = group.redrive(key);
            processed += redriven.processed();
            stays = redriven.stays() == null ? stays : redriven.stays();
        }
        return new Redriven(processed, stays);
    }

    private static Parked shown(Document parked) {
        return new Parked(
                parked.getString("_id"),
                parked.getString("group"),
                parked.getString("topic"),
                parked.getInteger("partition"),
                parked.getLong("offset"),
                parked.getString("key"),
                typeOf(parked),
                parked.getString("cause"),
                parked.getDate("at").toInstant());
    }

    private static @Nullable String typeOf(Document parked) {
        try {
            return Arrival.of(ParkedStore.recordOf(parked)).event().type();
        } catch (Inbound.Unreadable e) {
            return null;
        }
    }
}
