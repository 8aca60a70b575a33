package io.milepost.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import io.milepost.platform.sealing.KeyFile;
import io.milepost.platform.sealing.PersonKeys;
import io.milepost.platform.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoublesTest {
    @TempDir
    private Path folder;

    record MoorShip(String berth) {}

    sealed interface Command {}

    record SailShip() implements Command {}

    sealed interface Event {}

    record ShipMoored(String berth) implements Event {}

    record ShipSailed() implements Event {}

    record Ship(String berth, boolean gone) {}

    record View(String status) {}

    private static final Catalogue<Ship, Command, Event> SHIP = Catalogue.<Ship, Command, Event>of(
                    "ship",
                    "ships",
                    new Decider<>(
                            (_, _, _) -> Decision.accepted(new ShipSailed()),
                            first -> new Ship(((ShipMoored) first).berth(), false),
                            (ship, _) -> new Ship(ship.berth(), true)))
            .creates(MoorShip.class, (moor, _) -> Decision.accepted(new ShipMoored(moor.berth())), Role.SALES_REP)
            .claims(MoorShip.class, "berth", (_, _, moor) -> List.of(moor.berth()))
            .holds("berth", ship -> ship.gone() ? List.of() : List.of(ship.berth()))
            .command(SailShip.class, Role.SALES_REP)
            .event(ShipMoored.class, "ship.moored", 1)
            .tags(ShipMoored.class, moored -> Set.of(new Tag("berth", moored.berth())))
            .event(ShipSailed.class, "ship.sailed", 1)
            .open()
            .view(View.class, _ -> new View("THERE"));

    @Test
    void a_value_that_was_released_is_no_double() {
        try (var databases = new Databases()) {
            var log = EventLog.open(databases.fresh(), Clock.systemUTC(), new SimpleMeterRegistry());
            var keyFile = KeyFile.open(folder.resolve("keys"));
            var sealer = new Sealer(new PersonKeys(databases.fresh(), keyFile, Clock.systemUTC()), keyFile);
            var doubles = new Doubles(log, new Entities(log, new EventCodec(sealer)), List.of(SHIP));
            var ids = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
            ids.forEach(ship -> append(log, ship, "ship.moored", "{\"berth\":\"B1\"}", "berth=B1"));
            append(log, ids.getFirst(), "ship.sailed", "{}");

            assertThat(doubles.find()).containsExactly(new Doubles.Held("berth", "B1", Set.of(ids.get(1), ids.get(2))));

            append(log, ids.get(1), "ship.sailed", "{}");
            assertThat(doubles.find()).isEmpty();
            log.close();
        }
    }

    private static void append(EventLog log, UUID ship, String name, String payload, String... more) {
        var id = UUID.randomUUID();
        var tags = new HashSet<>(Set.of(more));
        tags.add("ship=" + ship);
        var event = new NewEvent(
                id,
                name,
                1,
                Instant.parse("2026-03-01T12:00:00Z"),
                payload.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Metadata.AGGREGATE, "ship",
                        Metadata.SUBJECT, ship.toString(),
                        Metadata.ROOT, ship.toString()),
                tags);
        log.append(new Append(AppendCondition.none(), id.toString(), new byte[32], List.of(event)))
                .join();
    }
}
