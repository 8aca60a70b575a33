package io.milepost.leads.administration.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service has said: that nothing of the person opens there any more.
 *
 * @param receivers to which it has sent events of the person; null where it did not say
 */
public record ServiceAnswer(
        String service,
        Instant at,
        List<ErasedEntity> entities,
        @Nullable List<SentReceiver> receivers) {
    public ServiceAnswer {
        entities = List.copyOf(entities);
        receivers = receivers == null ? null : List.copyOf(receivers);
    }

    /**
     * An entity of a service that said something of the person.
     *
     * @param sealed positions of events in which a text of the person opens no more
     * @param open positions of events from before a field was sealed, whose texts stand in the log as they were
     */
    public record ErasedEntity(String aggregate, UUID entity, List<Long> sealed, List<Long> open) {
        public ErasedEntity {
            sealed = List.copyOf(sealed);
            open = List.copyOf(open);
        }
    }

    /**
     * A webhook of a service that was sent events in which texts of the person stand.
     *
     * @param urls under which it was to be reached, the latest last
     * @param sent positions of events that left for it
     * @param perhaps positions of events that it was to be sent, where nothing tells any more whether it was, or not yet
     */
    public record SentReceiver(UUID webhook, String name, List<String> urls, List<Long> sent, List<Long> perhaps) {
        public SentReceiver {
            urls = List.copyOf(urls);
            sent = List.copyOf(sent);
            perhaps = List.copyOf(perhaps);
        }
    }
}
