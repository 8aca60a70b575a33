package io.milepost.reporting.read.erasures;

import io.milepost.platform.inbox.BatchHandler;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Unread;
import io.milepost.reporting.inbound.lead.PersonFacts;
import io.milepost.reporting.inbound.lead.PersonFacts.Answered;
import io.milepost.reporting.inbound.lead.PersonFacts.Asked;
import io.milepost.reporting.inbound.lead.PersonFacts.Erased;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lead-service has said of persons who are erased, from its first event at each start. They are few, and in memory. */
final class Certificates implements BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Map<UUID, Certificate> known = new ConcurrentHashMap<>();

    @Override
    public void handle(int partition, List<Inbound> batch) {
        for (var event : batch) {
            try {
                hear(event);
            } catch (Inbound.Unreadable unreadable) {
                LOG.warn("A certificate goes on without an event: {}", unreadable.getMessage());
            }
        }
    }

    @Override
    public void pass(Unread record) {
        LOG.warn("Certificates go on without {} at {}, which is no event", record.topicPartition(), record.offset());
    }

    /** What is heard again changes nothing: a round begins once. */
    private void hear(Inbound event) {
        var person = event.subject();
        switch (event.type()) {
            case PersonFacts.ASKED -> {
                var asked = event.as(Asked.class);
                var begun =
                        new Certificate(person, asked.round(), asked.alsoUnder(), asked.at(), Map.of(), null, false);
                known.merge(person, begun, (before, now) -> now.round() > before.round() ? now : before);
            }
            case PersonFacts.ANSWERED -> {
                var answered = event.as(Answered.class);
                known.computeIfPresent(
                        person, (_, is) -> is.round() == answered.round() ? is.answered(answered.answer()) : is);
            }
            case PersonFacts.ERASED -> {
                var erased = event.as(Erased.class);
                known.computeIfPresent(person, (_, is) -> is.round() == erased.round() ? is.erased(erased.at()) : is);
            }
            case PersonFacts.OPENED -> known.computeIfPresent(person, (_, is) -> is.opened());
            default -> {
                // Of all else that lead-service says nothing belongs into a certificate.
            }
        }
    }

    Optional<Certificate> of(UUID person) {
        return Optional.ofNullable(known.get(person));
    }

    /** What was asked for last comes first. */
    List<Certificate> latest(int most) {
        return known.values().stream()
                .sorted(Comparator.comparing(Certificate::requestedAt)
                        .reversed()
                        .thenComparing(Certificate::person))
                .limit(most)
                .toList();
    }
}
