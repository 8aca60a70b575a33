package io.milepost.reporting.read.bikeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.platform.access.Access;
import io.milepost.platform.access.Standing;
import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.platform.security.BasicCallers;
import io.milepost.reporting.inbound.lead.BiKeyFacts;
import io.milepost.reporting.inbound.lead.BiKeyFacts.Issued;
import io.milepost.reporting.inbound.lead.BiKeyFacts.SecretReplaced;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All keys, in the memory of each instance. A key of which an event cannot be read opens nothing. */
final class BiKeys implements BasicCallers, BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BiKeys.class);
    private static final Key CLOSED = new Key(null, null, Access.OWN, null);

    private final Map<UUID, Key> keys = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ZoneId zone;

    /** @param zone in which a key's last day ends */
    BiKeys(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** @param secretHash null for one that opens nothing any more */
    private record Key(
            @Nullable String secretHash,
            @Nullable String member,
            Access access,
            @Nullable LocalDate lastDay) {}

    /** A key that opens something, up to its last day. */
    record Open(
            UUID id,
            @Nullable String member,
            Access access,
            @Nullable LocalDate lastDay) {}

    /** In the order of their ids. */
    List<Open> open() {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().secretHash() != null)
                .map(key -> new Open(
                        key.getKey(),
                        key.getValue().member(),
                        key.getValue().access(),
                        key.getValue().lastDay()))
                .sorted(Comparator.comparing(Open::id))
                .toList();
    }

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            if (event.type().startsWith("bi-key.")) {
                keys.compute(event.subject(), (_, known) -> after(known == null ? CLOSED : known, event));
            }
        }
    }

    private static Key after(Key known, Inbound event) {
        try {
            return switch (event.type()) {
                case BiKeyFacts.ISSUED -> {
                    var issued = event.as(Issued.class);
                    yield new Key(issued.secretHash(), issued.member(), access(issued.access()), issued.lastDay());
                }
                case BiKeyFacts.SECRET_REPLACED ->
                    new Key(
                            event.as(SecretReplaced.class).secretHash(),
                            known.member(),
                            known.access(),
                            known.lastDay());
                case BiKeyFacts.REVOKED -> CLOSED;
                default -> known;
            };
        } catch (Inbound.Unreadable unreadable) {
            LOG.warn("A BI key opens nothing any more: {}", unreadable.getMessage());
            return CLOSED;
        }
    }

    @Override
    public void pass(Unread record) {
        LOG.warn("BI keys go on without {} at {}, which is no event", record.topicPartition(), record.offset());
    }

    @Override
    public Optional<Standing> standing(String name, String secret) {
        return idOf(name).map(keys::get).filter(key -> opens(key, secret)).map(BiKeys::standing);
    }

    private boolean opens(Key key, String secret) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return key.secretHash() != null
                && (key.lastDay() == null || !today.isAfter(key.lastDay()))
                && MessageDigest.isEqual(
                        key.secretHash().getBytes(UTF_8), hash(secret).getBytes(UTF_8));
    }

    /** A word that is none of these means the narrowest, never more than was meant. */
    private static Access access(String said) {
        return Arrays.stream(Access.values())
                .filter(one -> one.name().equals(said))
                .findFirst()
                .orElse(Access.OWN);
    }

    private static Standing standing(Key key) {
        return new Standing(key.member(), key.access(), Set.of());
    }

    private static Optional<UUID> idOf(String name) {
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Secrets are long and random, so that one round is enough. */
    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
