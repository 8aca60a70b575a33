package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.axon.Parcel.StoreParcel;
import io.milepost.platform.axon.Parcel.StoringRejected;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Outcome.Refused;
import io.milepost.platform.eventlog.Append;
import io.milepost.platform.eventlog.AppendCondition;
import io.milepost.platform.eventlog.Databases;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.eventlog.NewEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claimed value is free as soon as its holder is something else; the events that claimed it stay. */
class ReleaseTest {
    private static Databases databases;

    @TempDir
    private Path folder;

    private ParcelService parcels;

    @BeforeAll
    static void start() {
        databases = new Databases();
    }

    @AfterAll
    static void stop() {
        databases.close();
    }

    @BeforeEach
    void open() {
        parcels = new ParcelService(databases, folder);
    }

    @AfterEach
    void close() {
        parcels.close();
    }

    @Test
    void what_its_holder_has_released_another_one_takes() {
        var one = accepted();
        var two = accepted();
        store(one, "L1");
        assertThat(store(two, "L1")).isInstanceOf(Refused.class);
        store(one, "L2");

        assertThat(store(two, "L1")).isInstanceOf(Committed.class);
        assertThat(holderThatKeepsOut(accepted(), "L1")).isEqualTo(two);
        assertThat(holderThatKeepsOut(one, "L1")).isEqualTo(two);
    }

    @Test
    void of_many_that_once_held_it_the_one_that_does_is_found() {
        var ids = List.of(accepted(), accepted(), accepted());
        ids.forEach(parcel -> {
            assertThat(store(parcel, "L1")).isInstanceOf(Committed.class);
            assertThat(store(parcel, "home of " + parcel)).isInstanceOf(Committed.class);
        });
        assertThat(store(ids.get(1), "L1")).isInstanceOf(Committed.class);

        assertThat(holderThatKeepsOut(ids.get(0), "L1")).isEqualTo(ids.get(1));
        assertThat(holderThatKeepsOut(ids.get(2), "L1")).isEqualTo(ids.get(1));
    }

    @Test
    @DisplayName("one whose events cannot be read is taken to hold what they claim")
    void one_that_cannot_be_read_holds_what_it_claimed() {
        var broken = UUID.randomUUID();
        var event = new NewEvent(
                UUID.randomUUID(),
                "parcel.lost",
                1,
                ParcelService.NOW,
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        Metadata.AGGREGATE,
                        "parcel",
                        Metadata.SUBJECT,
                        broken.toString(),
                        Metadata.ROOT,
                        broken.toString()),
                Set.of("parcel=" + broken, "locker=L1"));
        parcels.log
                .append(new Append(AppendCondition.none(), "broken", new byte[32], List.of(event)))
                .join();

        assertThat(holderThatKeepsOut(accepted(), "L1")).isEqualTo(broken);
        assertThat(store(accepted(), "L2")).isInstanceOf(Committed.class);
    }

    private UUID accepted() {
        var parcel = UUID.randomUUID();
        parcels.commands.dispatch(request(parcel, "a" + parcel, accept(), "a")).join();
        return parcel;
    }

    private Outcome store(UUID parcel, String locker) {
        var request = "s" + UUID.randomUUID();
        return parcels.commands
                .dispatch(request(parcel, request, new StoreParcel(locker), request))
                .join();
    }

    private UUID holderThatKeepsOut(UUID parcel, String locker) {
        assertThat(store(parcel, locker)).isInstanceOf(Refused.class);
        var last = parcels.entities.history(Parcel.catalogue(), parcel).join().getLast();
        return ((StoringRejected) new EventCodec(parcels.sealer).decode(Parcel.catalogue(), last)).holder();
    }
}
