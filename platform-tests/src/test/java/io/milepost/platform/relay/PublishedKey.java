package io.milepost.platform.relay;

import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;

/** The Kafka key under which an event of the log is published. */
public final class PublishedKey {

    private static final Envelope ENVELOPE = new Envelope(new EventTopic("thing"), "epoch");

    private PublishedKey() {}

    public static String of(StoredEvent event) {
        return new String(ENVELOPE.of(event).key(), StandardCharsets.UTF_8);
    }
}
