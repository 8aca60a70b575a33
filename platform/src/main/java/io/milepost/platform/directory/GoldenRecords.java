package io.milepost.platform.directory;

import io.milepost.platform.decision.Customers;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which account stands for a customer today, as it follows from the merges of lead-service that have been heard of. What names another
 * account of the customer stays as it is stored, and is read as that one's.
 */
public final class GoldenRecords implements BatchHandler, Customers {
    private static final Logger LOG = LoggerFactory.getLogger(GoldenRecords.class);
    private static final String MERGED = "account.merged.v1";
    private static final String UNMERGED = "account.unmerged.v1";

    private final Map<UUID, UUID> into = new ConcurrentHashMap<>();
    private final Set<UUID> moved = ConcurrentHashMap.newKeySet();

    /** What is read of a merge. */
    record Merged(UUID into) {}

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            try {
                switch (event.type()) {
                    case MERGED -> {
                        into.put(event.subject(), event.as(Merged.class).into());
                        moved.add(event.subject());
                    }
                    case UNMERGED -> into.remove(event.subject());
                    default -> {}
                }
            } catch (Inbound.Unreadable unreadable) {
                LOG.warn("Golden records go on without an event: {}", unreadable.getMessage());
            }
        }
    }

    @Override
    public void pass(Unread record) {
        LOG.warn("Golden records go on without {} at {}, which is no event", record.topicPartition(), record.offset());
    }

    /** The account that stands for this one's customer: itself, where it was not merged into another. */
    public UUID of(UUID account) {
        var met = new HashSet<UUID>();
        var last = account;
        // While merges are heard of in another order than they happened, they may seem to go in a circle.
        for (var next = into.get(last); next != null && met.add(last); next = into.get(last)) {
            last = next;
        }
        return last;
    }

    @Override
    public UUID golden(UUID account) {
        return of(account);
    }

    /** All accounts of the customer whose account this is, by whichever of them it is named. */
    public Set<UUID> sameCustomer(UUID account) {
        var golden = of(account);
        return Stream.concat(
                        Stream.of(golden, account),
                        into.keySet().stream().filter(other -> of(other).equals(golden)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it was ever merged, so that what is read of it may have been another answer before. */
    public boolean hasMoved(UUID account) {
        return moved.contains(account);
    }
}
