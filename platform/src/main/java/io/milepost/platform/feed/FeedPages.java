package io.milepost.platform.feed;

import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads the log in bounded pieces: a page may be shorter than asked for, and says how far it has read. */
final class FeedPages {
    private static final int MOST_COMMITS = 128;
    /** Of events that are not wanted, before a page ends without more. */
    private static final int MOST_EXAMINED = 20_000;

    private static final long MOST_BYTES = 8L << 20;

    private final EventLog log;

    FeedPages(EventLog log) {
        this.log = log;
    }

    /**
     * Events in order.
     *
     * @param nextAfter position of the last event that was read, wanted or not
     * @param head position of the log's last event
     */
    record FeedPage(List<StoredEvent> events, long nextAfter, long head) {
        FeedPage {
            events = List.copyOf(events);
        }
    }

    /**
     * What a consumer of the range must have.
     *
     * @param hash SHA-256 over a line {@code <20 digits> <event id>\n} per event, in hexadecimal digits
     */
    record Proof(int count, String hash) {}

    FeedPage page(FeedQuery query) {
        var found = new ArrayList<StoredEvent>();
        long position = query.after();
        long bytes = 0;
        for (var events = after(position);
                !events.isEmpty() && position - query.after() < MOST_EXAMINED;
                events = after(position)) {
            for (var event : events) {
                if (query.types().wants(event)) {
                    if (found.size() == query.limit() || bytes >= MOST_BYTES) {
                        return page(found, position);
                    }
                    found.add(event);
                    bytes += event.payload().length;
                }
                position = event.position();
            }
        }
        return page(found, position);
    }

    Proof proof(long from, long to, TypeFilter types) {
        var sha = sha256();
        int count = 0;
        for (long position = from - 1; position < to; ) {
            for (var event : after(position)) {
                position = event.position();
                if (position <= to && types.wants(event)) {
                    sha.update("%020d %s\n".formatted(position, event.id()).getBytes(StandardCharsets.UTF_8));
                    count++;
                }
            }
        }
        return new Proof(count, HexFormat.of().formatHex(sha.digest()));
    }

    private FeedPage page(List<StoredEvent> found, long position) {
        return new FeedPage(found, position, Math.max(log.head(), position));
    }

    private List<StoredEvent> after(long position) {
        return log.read(position, MOST_COMMITS).join().stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.position() > position)
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
