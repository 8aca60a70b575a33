package io.milepost.reporting.read.mart;

import io.milepost.platform.inbox.History;
import io.milepost.platform.inbox.Inbound;
import java.util.List;

/** The topics as they keep a log; one that is read from an offset hands all of it over again, which is allowed. */
public final class Topic {
    private Topic() {}

    public static History of(List<Inbound> log) {
        return (source, handler) -> {
            for (int of = 0; of < Fed.PARTITIONS; of++) {
                int partition = of;
                handler.handle(
                        partition,
                        log.stream()
                                .filter(event -> event.source().equals(source) && Fed.partition(event) == partition)
                                .toList());
            }
        };
    }
}
