package io.milepost.reporting.read.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.Said;
import io.milepost.reporting.read.audit.AuditReading.Place;
import io.milepost.reporting.read.audit.AuditReading.Wanted;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import io.milepost.reporting.read.mart.Topic;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.operate.Acts;
import io.milepost.reporting.read.mart.store.Differences;
import io.milepost.reporting.read.mart.store.Reconciling;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The trail as the mart keeps it. */
class AuditKeptTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 5);
    private static final Wanted ALL = new Wanted(null, null, null, null, null, null, null, null, null, 500);

    private final List<Inbound> log = new ArrayList<>();
    private final Map<String, Long> positions = new HashMap<>();
    private final UUID lead = new UUID(1, 1);
    private final UUID other = new UUID(1, 2);
    private HikariDataSource database;
    private Fed fed;

    @BeforeEach
    void create() {
        database = Postgres.database();
        fed = new Fed(database, new Declarations(List.of(), List.of()), List.of(new AuditKeeper()), DAY);
        new Acts(fed.mart, Clock.fixed(DAY.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)).open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisplayName("R-189: what was done, refused and read in any service is told by entity, member and time")
    void who_did_what() {
        say("lead", 0, "lead.qualified.v1", lead, new Inbound.Sent("app_user", "Kap", "portal", "QualifyLead"), "");
        say("contract", 1, "contract.signed.v1", other, new Inbound.Sent("system", null, null, "SignContract"), "");
        say("lead", 2, "audit-record.command-refused.v1", new UUID(2, 1), unknown(), """
            "actor":"eve","member":"EVE","client":"portal","command":"QualifyLead","target":"%s","code":"UNSEEN"\
            """.formatted(lead));
        say("lead", 3, "audit-record.personal-data-disclosed.v1", new UUID(2, 2), unknown(), """
            "actor":"bo","member":"BO","aggregate":"lead","entities":["%s","%s"],"number":2,"kinds":["NAME"]\
            """.formatted(
                        lead, other));
        say("lead", 4, "audit-record.personal-data-disclosed.v1", new UUID(2, 3), unknown(), "\"entities\":7");
        fed.take(log, new Random(1));

        assertThat(told(wanted(lead, null)))
                .containsExactly(
                        "READ bo BO null null null {\"aggregate\":\"lead\",\"number\":2,\"kinds\":[\"NAME\"],\"entities\":[\"%s\",\"%s\"]}"
                                .formatted(lead, other),
                        "REFUSED eve EVE portal QualifyLead %s {\"code\":\"UNSEEN\"}".formatted(lead),
                        "DONE someone Kap portal QualifyLead %s null".formatted(lead));
        assertThat(told(wanted(null, " kap ")))
                .as("in any spelling")
                .containsExactly("DONE someone Kap portal QualifyLead %s null".formatted(lead));
        assertThat(told(wanted(null, "nobody"))).isEmpty();
        assertThat(told(ALL)).hasSize(5);
        var noon = DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        assertThat(told(new Wanted(
                        null, null, null, null, null, noon.plusSeconds(1), noon.plusSeconds(3), null, null, 9)))
                .hasSize(2);
        assertThat(told(new Wanted(null, null, "eve", "lead", "REFUSED", null, null, null, null, 9)))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "R-189: pages and positions tell each line once, whatever batches come, each twice or later than others")
    void each_line_once() {
        var random = new Random(5);
        for (int i = 0; i < 120; i++) {
            var source = AuditKeeper.SERVICES.get(random.nextInt(4));
            say(source, random.nextInt(20), "thing.done.v1", new UUID(3, random.nextInt(9)), unknown(), "");
        }
        fed.take(log.subList(0, 60), random);
        fed.take(log, random);

        var found = new ArrayList<String>();
        Place before = null;
        for (var page = page(before); !page.isEmpty(); page = page(before)) {
            page.forEach(entry -> found.add(entry.service() + entry.position()));
            var last = page.getLast();
            before = new Place(last.at(), last.service(), last.position());
        }
        assertThat(found).hasSize(120).doesNotHaveDuplicates();
        assertThat(read(new Wanted(null, null, null, "lead", null, null, null, null, 3L, 4)))
                .extracting(Entry::position)
                .containsExactly(4L, 5L, 6L, 7L, 8L);
        assertThat(reconciled().counts()).isEmpty();
    }

    @Test
    @DisplayName("R-189: a line that is lost or changed by some hand is found")
    void is_reconciled() {
        say("lead", 0, "lead.qualified.v1", lead, unknown(), "");
        say("delivery", 0, "handover.accepted.v1", other, unknown(), "");
        fed.take(log, new Random(1));
        assertThat(reconciled().counts()).as("control").isEmpty();
        fed.change("update $.audit_entry set actor = 'bob' where service = 'lead'");
        fed.change("delete from $.audit_entry where service = 'delivery'");
        assertThat(reconciled().counts()).isEqualTo(Map.of("audit_lead", 1, "audit_delivery", 1));
    }

    private List<Entry> page(@Nullable Place before) {
        return read(new Wanted(null, null, null, null, null, null, null, before, null, 6));
    }

    private static Inbound.Sent unknown() {
        return new Inbound.Sent(null, null, null, null);
    }

    private static Wanted wanted(@Nullable UUID entity, @Nullable String member) {
        return new Wanted(entity, member, null, null, null, null, null, null, null, 100);
    }

    private void say(String source, int second, String type, UUID subject, Inbound.Sent sent, String fields) {
        var when = DAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).plusSeconds(second);
        var said = Said.at(when, when, type, subject, positions.merge(source, 1L, Long::sum), source, null, fields);
        log.add(new Inbound(
                said.source(),
                said.type(),
                said.subject(),
                said.eventId(),
                said.position(),
                said.epoch(),
                said.effectiveAt(),
                said.recordedAt(),
                said.actor(),
                said.correlationId(),
                said.causationId(),
                said.key(),
                said.data(),
                sent));
    }

    private Differences reconciled() {
        return new Reconciling(fed.mart, fed.schema.tables())
                .of(AuditKeeper.SERVICES.stream().map(fed::feed).toList(), Topic.of(log));
    }

    private List<Entry> read(Wanted wanted) {
        return fed.mart.read(connection -> AuditReading.read(connection, fed.schema.tables(), wanted)).stream()
                .map(AuditReading.Line::entry)
                .toList();
    }

    private List<String> told(Wanted wanted) {
        return read(wanted).stream()
                .map(entry -> "%s %s %s %s %s %s %s"
                        .formatted(
                                entry.kind(),
                                entry.actor(),
                                entry.member(),
                                entry.client(),
                                entry.command(),
                                entry.entity(),
                                entry.detail()))
                .toList();
    }
}
