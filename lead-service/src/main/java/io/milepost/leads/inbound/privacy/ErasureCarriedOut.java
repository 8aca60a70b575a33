package io.milepost.leads.inbound.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code erasure.carried-out}: which round, when, and what is concerned. The person is the event's subject. */
public record ErasureCarriedOut(
        int round,
        Instant at,
        List<Affected> entities,
        @Nullable List<Receiver> receivers) {
    public ErasureCarriedOut {
        entities = List.copyOf(entities);
        receivers = receivers == null ? null : List.copyOf(receivers);
    }

    /** Positions of events whose texts open no more, and of those from before a field was sealed. */
    public record Affected(String aggregate, UUID entity, List<Long> sealed, List<Long> open) {
        public Affected {
            sealed = List.copyOf(sealed);
            open = List.copyOf(open);
        }
    }

    /** A webhook, with positions of events that left for it and of those that may have. */
    public record Receiver(UUID webhook, String name, List<String> urls, List<Long> sent, List<Long> perhaps) {
        public Receiver {
            urls = List.copyOf(urls);
            sent = List.copyOf(sent);
            perhaps = List.copyOf(perhaps);
        }
    }
}
