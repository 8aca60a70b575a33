package io.milepost.platform.inbox;

import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.eventlog.EventLogUnavailableException;
import io.milepost.platform.json.Json;
import io.milepost.platform.notice.Notice.RaiseNotice;
import io.milepost.platform.notice.NoticeCatalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.relay.CloudEvent;
import io.milepost.platform.relay.EventTopic;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/**
 * The law of notices: each cause is told exactly once, and nothing else is, whatever is delivered again, in which batches, with which
 * answers lost, with positions forgotten and instances started anew. {@code -Dnotices.seeds=500} tries more histories.
 */
class NoticeLawTest {
    private static final String SERVICE = "post";
    private static final String TOPIC = new EventTopic(SERVICE).name();
    private static final NoticeRule<ParcelWeighed> RULE = notice("parcel-weighed")
            .on(ParcelMessages.CATALOGUE, ParcelWeighed.class)
            .about(weighed -> weighed.grams() + " g")
            .to(OWNER);

    @TempDir
    Path folder;

    @Test
    void each_cause_is_told_exactly_once() {
        for (long seed = 0; seed < Long.getLong("notices.seeds", 20); seed++) {
            assertThat(violations("sound", seed, RULE.in(SERVICE)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void the_law_finds_a_rule_that_tells_again_what_is_delivered_again() {
        var forgetful = planted(cause -> UUID.randomUUID());
        assertThat(violations("forgetful", 1, forgetful)).anyMatch(fault -> fault.contains("told 2 times"));
    }

    @Test
    void the_law_finds_a_rule_that_tells_once_of_an_entity() {
        var lumping = planted(
                cause -> UUID.nameUUIDFromBytes(cause.subject().toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(violations("lumping", 1, lumping)).anyMatch(fault -> fault.contains("told 0 times"));
    }

    private interface Target {
        UUID of(Inbound cause);
    }

    private static Automation<?> planted(Target target) {
        return new Automation<>(
                "tell-parcel-weighed",
                SERVICE,
                "parcel.weighed.v1",
                ParcelWeighed.class,
                (cause, weighed) -> Optional.of(new Reaction.Command(
                        target.of(cause),
                        new RaiseNotice(
                                "parcel-weighed",
                                cause.eventId(),
                                cause.type(),
                                "parcel",
                                cause.subject(),
                                null,
                                null,
                                null))),
                Set.of());
    }

    private List<String> violations(String name, long seed, Automation<?> telling) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var told = history(random);
        var story = new Story("law-%s-%d".formatted(name, seed), telling, random);
        try (story) {
            for (int step = 0; step < 12; step++) {
                story.step(told);
            }
            story.end(told);
            return story.violations(told);
        }
    }

    /** Events of a few parcels on one partition, of which some weigh. */
    private static List<Told> history(RandomGenerator random) {
        var told = new ArrayList<Told>();
        for (int i = 0; i < 15; i++) {
            told.add(
                    new Told(i, new UUID(7, random.nextInt(3)), new UUID(random.nextLong(), i), random.nextInt(4) > 0));
        }
        return told;
    }

    /** One event on the topic. */
    private record Told(int offset, UUID subject, UUID id, boolean isCause) {
        ConsumerRecord<byte[], byte[]> record() {
            var sent = new ConsumerRecord<>(
                    TOPIC, 0, offset, bytes(subject.toString()), bytes("{\"grams\":%d}".formatted(1 + offset % 2)));
            Map.of(
                            CloudEvent.ID,
                            id.toString(),
                            CloudEvent.TYPE,
                            isCause ? "parcel.weighed.v1" : "parcel.delivered.v1",
                            CloudEvent.SOURCE,
                            SERVICE,
                            CloudEvent.SUBJECT,
                            subject.toString(),
                            CloudEvent.TIME,
                            "2026-03-01T00:00:00Z",
                            CloudEvent.RECORDED_TIME,
                            "2026-03-01T00:00:00Z",
                            CloudEvent.SEQUENCE,
                            "%020d".formatted(offset + 1),
                            CloudEvent.ACTOR,
                            "clerk",
                            CloudEvent.EPOCH,
                            "first")
                    .forEach((header, value) -> sent.headers().add(header, bytes(value)));
            return sent;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Instances of the service, one after another, to which the history is delivered. */
    private final class Story implements AutoCloseable {
        private final String database;
        private final Automation<?> telling;
        private final RandomGenerator random;
        private ParcelOffice office;
        private AutomationWork work;

        Story(String database, Automation<?> telling, RandomGenerator random) {
            this.database = database;
            this.telling = telling;
            this.random = random;
            office = open();
            work = working(3);
        }

        private ParcelOffice open() {
            return ParcelOffice.open(SuiteParts.shared().mongoUri(), database, folder, NoticeCatalogue.of(RULE));
        }

        /** @param failing one in so many commands loses its way or its answer; 0 for none */
        private AutomationWork working(int failing) {
            return new AutomationWork(
                    "post-service.post",
                    SERVICE,
                    List.of(telling),
                    new Reactor(request -> {
                        int weather = failing == 0 ? 1 : random.nextInt(failing * 2);
                        if (weather == 0) {
                            return CompletableFuture.failedFuture(new EventLogUnavailableException("lost", null));
                        }
                        var outcome = office.commands().dispatch(request);
                        return failing > 0 && weather == failing
                                ? outcome.thenApply(done -> {
                                    throw new EventLogUnavailableException("answer lost", null);
                                })
                                : outcome;
                    }),
                    new ConsumedPositions(office.database().getCollection("inbox_positions")),
                    parked(),
                    new Epochs(Map.of()),
                    new SimpleMeterRegistry());
        }

        private ParkedStore parked() {
            return new ParkedStore(office.database().getCollection("parked"), Clock.systemUTC());
        }

        void step(List<Told> told) {
            switch (random.nextInt(6)) {
                case 0 -> restart();
                case 1 -> forget();
                default -> {
                    int from = random.nextInt(told.size());
                    deliver(told.subList(from, from + 1 + random.nextInt(told.size() - from)));
                }
            }
        }

        /** All of it, twice, in good weather: what is missing or too much now is so for ever. */
        void end(List<Told> told) {
            work = working(0);
            for (int i = 0; i < 2; i++) {
                forget();
                work.handle(0, told.stream().map(Told::record).toList());
            }
        }

        private void restart() {
            office.close();
            office = open();
            work = working(3);
        }

        private void forget() {
            Mono.from(office.database().getCollection("inbox_positions").drop()).block();
        }

        private void deliver(List<Told> batch) {
            try {
                work.handle(0, batch.stream().map(Told::record).toList());
            } catch (EventLogUnavailableException again) {
                // The batch comes again, whole or in part.
            }
        }

        List<String> violations(List<Told> told) {
            var times = new TreeMap<String, Integer>();
            told.stream()
                    .filter(Told::isCause)
                    .forEach(cause -> times.put(cause.id().toString(), 0));
            office.log().read(0, 10_000).join().stream()
                    .flatMap(commit -> commit.events().stream())
                    .filter(event -> event.wireType().equals("notice.raised.v1"))
                    .forEach(event -> times.merge(
                            Json.mapper()
                                    .readTree(event.payload())
                                    .path("cause")
                                    .asString(),
                            1,
                            Integer::sum));
            var faults = new ArrayList<String>();
            times.forEach((cause, often) -> {
                if (often != 1) {
                    faults.add("%s is told %d times".formatted(cause, often));
                }
            });
            if (parked().count() > 0) {
                faults.add(parked().count() + " records are parked");
            }
            return faults;
        }

        @Override
        public void close() {
            office.close();
        }
    }
}
