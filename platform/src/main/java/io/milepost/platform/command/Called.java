package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.Criterion;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Sourced;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.externalid.ExternalId;
import io.milepost.platform.externalid.ExternalIds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entities by what other systems call them, read from the log: whoever was told of a commit finds what it made. */
public final class Called {
    private final EventLog log;
    private final Entities entities;

    public Called(EventLog log, Entities entities) {
        this.log = log;
        this.entities = entities;
    }

    /** Of those that were ever called so, the one that is called so now. Blocks. */
    public Optional<UUID> find(Catalogue<?, ?, ?> catalogue, ExternalId externalId) {
        var criterion = Criterion.tagged(
                ExternalIds.tag(catalogue.aggregate(), externalId).toString());
        var carriers = new LinkedHashSet<UUID>();
        for (var event : events(criterion)) {
            Subject.of(event).ifPresent(subject -> carriers.addLast(subject.id()));
        }
        return carriers.reversed().stream()
                .filter(id -> entities.load(catalogue, id, new AsOf.Now())
                        .join()
                        .externalIds()
                        .contains(externalId))
                .findFirst();
    }

    private List<StoredEvent> events(Criterion criterion) {
        return log.source(List.of(criterion), 0).thenApply(Sourced::events).join();
    }
}
