package io.milepost.reporting.inbound.lead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's events on the erasure of persons, whose ids their subjects are. */
public final class PersonFacts {
    public static final String SOURCE = "lead";
    public static final String ASKED = "person.erasure-requested.v1";
    public static final String ANSWERED = "person.erasure-answered.v1";
    public static final String ERASED = "person.erased.v1";
    public static final String OPENED = "person.opened-again.v1";

    private PersonFacts() {}

    /** {@link #ASKED}. */
    public record Asked(int round, List<UUID> alsoUnder, Instant at) {
        public Asked {
            alsoUnder = alsoUnder == null ? List.of() : List.copyOf(alsoUnder);
        }
    }

    /** {@link #ANSWERED}. */
    public record Answered(int round, Answer answer) {}

    /**
     * What a service has said.
     *
     * @param receivers webhooks that were sent events of the person; null where it did not say
     */
    public record Answer(
            String service,
            Instant at,
            List<Entity> entities,
            @Nullable List<Receiver> receivers) {
        public Answer {
            entities = entities == null ? List.of() : List.copyOf(entities);
            receivers = receivers == null ? null : List.copyOf(receivers);
        }
    }

    /** Positions of events whose texts open no more, and of those from before a field was sealed. */
    public record Entity(String aggregate, UUID entity, List<Long> sealed, List<Long> open) {
        public Entity {
            sealed = sealed == null ? List.of() : List.copyOf(sealed);
            open = open == null ? List.of() : List.copyOf(open);
        }
    }

    /** A webhook, with positions of events that left for it and of those that may have. */
    public record Receiver(UUID webhook, String name, List<String> urls, List<Long> sent, List<Long> perhaps) {
        public Receiver {
            urls = urls == null ? List.of() : List.copyOf(urls);
            sent = sent == null ? List.of() : List.copyOf(sent);
            perhaps = perhaps == null ? List.of() : List.copyOf(perhaps);
        }
    }

    /** {@link #ERASED}. */
    public record Erased(int round, Instant at) {}
}
