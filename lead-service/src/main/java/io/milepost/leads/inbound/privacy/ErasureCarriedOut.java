package io.milepost.leads.inbound.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code erasure.carried-out}: which round, when, and what is concerned. The person is the event's subject. */
public record ErasureCarriedOut(int round, Instant at, List<Affected> entities) {
    public ErasureCarriedOut {
        entities = List.copyOf(entities);
    }

    /** Positions of events whose texts open no more, and of those from before a field was sealed. */
    public record Affected(String aggregate, UUID entity, List<Long> sealed, List<Long> open) {
        public Affected {
            sealed = List.copyOf(sealed);
            open = List.copyOf(open);
        }
    }
}
