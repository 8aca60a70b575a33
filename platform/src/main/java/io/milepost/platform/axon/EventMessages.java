package io.milepost.platform.axon;

import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/** The log's events as Axon's messages and back: the timestamp is the effective time, the payload the stored bytes. */
final class EventMessages {

    private EventMessages() {}

    /** An event on its way into the log; its tags travel with it, so that resolving them needs no look at the payload. */
    static final class Fresh extends GenericEventMessage {
        private final transient Set<Tag> tags;

        Fresh(NewEvent event) {
            super(
                    event.id().toString(),
                    new MessageType(event.name(), Integer.toString(event.version())),
                    event.payload(),
                    event.metadata(),
                    event.effectiveAt());
            tags = event.tags().stream().map(EventMessages::tag).collect(Collectors.toUnmodifiableSet());
        }

        static Set<Tag> tagsOf(EventMessage message) {
            return message instanceof Fresh fresh ? fresh.tags : Set.of();
        }
    }

    /** An event from the log, which knows more than a message says. */
    static final class Read extends GenericEventMessage {
        private final transient StoredEvent stored;

        Read(StoredEvent stored) {
            super(
                    stored.id().toString(),
                    new MessageType(stored.name(), Integer.toString(stored.version())),
                    stored.payload(),
                    stored.metadata(),
                    stored.effectiveAt());
            this.stored = stored;
        }

        StoredEvent stored() {
            return stored;
        }
    }

    static NewEvent toStore(TaggedEventMessage<?> tagged) {
        var message = tagged.event();
        var version = message.type().version();
        int dot = version.indexOf('.');
        return new NewEvent(
                UUID.fromString(message.identifier()),
                message.type().name(),
                Integer.parseInt(dot < 0 ? version : version.substring(0, dot)),
                message.timestamp(),
                bytes(message.payload()),
                message.metadata(),
                tagged.tags().stream().map(EventMessages::text).collect(Collectors.toSet()));
    }

    static String text(Tag tag) {
        return tag.key() + "=" + tag.value();
    }

    static Tag tag(String text) {
        int equals = text.indexOf('=');
        return new Tag(text.substring(0, equals), text.substring(equals + 1));
    }

    private static byte[] bytes(@Nullable Object payload) {
        return switch (payload) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default ->
                throw new IllegalArgumentException("an event's payload is encoded before it is appended");
        };
    }
}
