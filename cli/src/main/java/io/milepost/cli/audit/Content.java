package io.milepost.cli.audit;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one commit says in the bytes that its hash covers, as far as an auditor needs it. */
record Content(long first, long last, List<Event> events) {

    /**
     * One of its events.
     *
     * @param recordedAt in milliseconds since 1970
     */
    record Event(String id, String type, long recordedAt, Map<String, String> metadata) {
        Event {
            metadata = Map.copyOf(metadata);
        }
    }

    Content {
        events = List.copyOf(events);
    }

    /** Reads the bytes to their end; fails where they are something else. */
    static Content read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long first = in.readLong();
            long last = in.readLong();
            text(in); // request id
            blob(in); // request hash
            text(in); // writer
            texts(in); // tags
            var events = new ArrayList<Event>();
            for (int left = in.readInt(); left > 0; left--) {
                events.add(event(in));
            }
            if (in.read() >= 0) {
                throw new IOException("more than a commit");
            }
            if (events.isEmpty() || last != first + events.size() - 1) {
                throw new IOException("positions %d to %d for %d events".formatted(first, last, events.size()));
            }
            return new Content(first, last, events);
        }
    }

    private static Event event(DataInputStream in) throws IOException {
        var id = text(in);
        var type = text(in) + ".v" + in.readInt();
        long recordedAt = in.readLong();
        in.readLong(); // effective at
        blob(in); // payload
        texts(in); // tags
        var metadata = new HashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            metadata.put(text(in), text(in));
        }
        return new Event(id, type, recordedAt, metadata);
    }

    private static void texts(DataInputStream in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            text(in);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(blob(in), StandardCharsets.UTF_8);
    }

    private static byte[] blob(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a length of " + length);
        }
        return in.readNBytes(length);
    }
}
