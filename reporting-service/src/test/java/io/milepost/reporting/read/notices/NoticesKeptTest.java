package io.milepost.reporting.read.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.access.Circle;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.Topic;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.store.Aside;
import io.milepost.reporting.read.mart.store.Asides;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Reconciling;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices as the mart keeps them. */
class NoticesKeptTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static final List<String> MEMBERS = List.of("kap", "bob", "boss", "a\\u0000b");
    private static final NoticeKeeper KEEPER = new NoticeKeeper(ZoneOffset.UTC);

    private final List<Inbound> log = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, new Declarations(List.of(), List.of()), List.of(KEEPER), DAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName(
            "R-189: whatever batches come, each twice or later than others, an inbox has what was raised for its circles")
    void equals_a_fold(long seed) {
        var random = new Random(seed);
        var expected = new TreeMap<String, TreeSet<String>>();
        for (int number = 0; number < 150; number++) {
            var source = NoticeKeeper.SERVICES.get(random.nextInt(4));
            var id = new UUID(seed, number);
            var owner = MEMBERS.get(random.nextInt(MEMBERS.size()));
            boolean toManager = random.nextBoolean();
            say(source, "notice.raised.v1", id, raised(owner, toManager ? "MANAGER" : "OWNER"));
            boolean seen = random.nextInt(3) == 0;
            if (seen) {
                say(source, "notice.acknowledged.v1", id, "\"by\":\"x\",\"acknowledgedAt\":\"2017-03-06T08:00:00Z\"");
            }
            var circle = Circle.told(owner.replace("\\u0000", "\0"), null, !toManager, toManager, false);
            expected.computeIfAbsent(String.valueOf(circle), _ -> new TreeSet<>())
                    .add("%s %s %s".formatted(id, source, seen ? "ACKNOWLEDGED" : "OPEN"));
        }
        fed.take(log.subList(0, random.nextInt(log.size())), random);
        fed.take(log, random);

        assertThat(expected).hasSizeGreaterThan(5);
        expected.forEach((circle, notices) -> assertThat(inbox(Set.of(circle)))
                .as("%s, seed %d", circle, seed)
                .isEqualTo(notices));
        assertThat(inbox(Set.of("nobody"))).isEmpty();
        assertThat(inbox(expected.keySet())).hasSize(150);
        assertThat(reconciled().counts()).isEmpty();
    }

    @Test
    @DisplayName("one notice that cannot be read is set aside alone")
    void one_bad_fact() {
        var bad = new UUID(1, 1);
        var good = new UUID(1, 2);
        say("contract", "notice.raised.v1", bad, "\"kind\":7");
        say("contract", "notice.raised.v1", good, raised("kap", "OWNER"));
        say("contract", "notice.acknowledged.v1", bad, "\"by\":\"x\",\"acknowledgedAt\":\"2017-03-06T08:00:00Z\"");
        fed.feed("contract").handle(0, log);

        assertThat(inbox(Set.of(Circle.told("kap", null, true, false, false))))
                .containsExactly(good + " contract OPEN");
        assertThat(new Asides(fed.mart, fed.schema.tables()).find(null, null, 10))
                .singleElement()
                .satisfies(aside -> assertThat(aside)
                        .extracting(Aside::dataset, Aside::subject, Aside::position)
                        .containsExactly("notice_contract", bad, 1L));
        assertThat(meant(Set.of("kap")).setAside()).isEqualTo(1);
        assertThat(reconciled().counts()).isEmpty();
    }

    @Test
    @DisplayName("a notice that is lost or meant for somebody else by some hand is found")
    void is_reconciled() {
        say("lead", "notice.raised.v1", new UUID(1, 1), raised("kap", "OWNER"));
        say("delivery", "notice.raised.v1", new UUID(1, 2), raised("kap", "OWNER"));
        fed.take(log, new Random(1));
        assertThat(reconciled().counts()).as("control").isEmpty();
        fed.change("update $.notice_lead set circle = 'bob'");
        fed.change("delete from $.notice_delivery_view");
        assertThat(reconciled().counts()).isEqualTo(Map.of("notice_lead", 1, "notice_delivery", 1));
    }

    private void say(String source, String type, UUID subject, String fields) {
        log.add(Said.on(DAY, type, subject, positions.merge(source, 1L, Long::sum), source, fields));
    }

    private static String raised(String owner, String to) {
        return "\"kind\":\"late\",\"to\":[\"%s\"],\"cause\":\"%s\",\"aggregate\":\"thing\",\"owner\":\"%s\",\"raisedAt\":\"2017-03-05T08:00:00Z\""
                .formatted(to, new UUID(38, 1), owner);
    }

    private Differences reconciled() {
        return new Reconciling(fed.mart, fed.schema.tables())
                .of(NoticeKeeper.SERVICES.stream().map(fed::feed).toList(), Topic.of(log));
    }

    private NoticeKeeper.Meant meant(Set<String> circles) {
        return fed.mart.read(connection -> KEEPER.meantFor(connection, fed.schema.tables(), circles));
    }

    private Set<String> inbox(Set<String> circles) {
        var found = new TreeSet<String>();
        meant(circles)
                .notices()
                .forEach(one -> found.add("%s %s %s"
                        .formatted(one.id(), one.told().service(), one.told().status())));
        return found;
    }
}
