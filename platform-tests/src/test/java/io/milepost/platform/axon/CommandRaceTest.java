package io.milepost.platform.axon;

import static io.milepost.platform.axon.ParcelService.accept;
import static io.milepost.platform.axon.ParcelService.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.command.AsOf;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.command.Outcome.Committed;
import io.milepost.platform.command.Outcome.Refused;
import io.milepost.platform.eventlog.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandRaceTest {

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
    @DisplayName("of two that claim the same tag at once exactly one wins, whoever they are")
    void of_many_concurrent_claims_exactly_one_wins() {
        for (int round = 0; round < 10; round++) {
            var locker = "L" + round;
            var ids = IntStream.range(0, 6).mapToObj(_ -> UUID.randomUUID()).toList();
            ids.forEach(parcel -> parcels.commands
                    .dispatch(request(parcel, "a" + parcel, accept(), "a"))
                    .join());

            var outcomes = ids.stream()
                    .map(parcel -> parcels.commands.dispatch(
                            request(parcel, "s" + parcel, new Parcel.StoreParcel(locker), "s")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(5);
        }
    }

    @Test
    @DisplayName("of many that claim at once what is being released at most one wins, and one does who comes later")
    void of_many_that_claim_what_is_released_one_wins() {
        for (int round = 0; round < 10; round++) {
            var locker = "L" + round;
            var holder = accepted();
            sent(holder, new Parcel.StoreParcel(locker)).join();
            var ids = IntStream.range(0, 6).mapToObj(_ -> accepted()).toList();

            var released = sent(holder, new Parcel.StoreParcel("elsewhere " + round));
            var outcomes = ids.stream().map(parcel -> sent(parcel, new Parcel.StoreParcel(locker))).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(released.join()).isInstanceOf(Committed.class);
            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSizeLessThanOrEqualTo(1);

            var late = sent(accepted(), new Parcel.StoreParcel(locker)).join();
            assertThat(Stream.concat(outcomes.stream(), Stream.of(late)))
                    .filteredOn(Committed.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("of two that are each decided by what the other is exactly one wins, and later ones know")
    void what_a_decision_reads_does_not_change_meanwhile() {
        for (int round = 0; round < 20; round++) {
            var one = accepted();
            var two = accepted();

            var outcomes =
                    List.of(sent(one, new Parcel.PassParcel(two)), sent(two, new Parcel.PassParcel(one))).stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
            var third = accepted();
            var moved = outcomes.getFirst() instanceof Committed ? one : two;
            assertThat(sent(third, new Parcel.PassParcel(moved)).join()).isInstanceOf(Refused.class);
            assertThat(sent(third, new Parcel.PassParcel(moved.equals(one) ? two : one))
                            .join())
                    .isInstanceOf(Committed.class);
        }
    }

    @Test
    @DisplayName("of many that are decided at once by all that share a tag no more pass than there is room for, and one"
            + " that leaves makes room")
    void what_is_gathered_for_a_decision_does_not_change_meanwhile() {
        for (int round = 0; round < 10; round++) {
            var cart = "C" + round;
            var ids = IntStream.range(0, 6).mapToObj(_ -> accepted()).toList();

            var outcomes = ids.stream().map(parcel -> sent(parcel, new Parcel.LoadParcel(cart))).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(outcomes).filteredOn(Committed.class::isInstance).hasSize(2);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(4);
            var loaded = ids.get(outcomes.indexOf(outcomes.stream()
                    .filter(Committed.class::isInstance)
                    .findFirst()
                    .orElseThrow()));
            sent(loaded, new Parcel.MoveParcel("away")).join();
            assertThat(sent(accepted(), new Parcel.LoadParcel(cart)).join()).isInstanceOf(Committed.class);
            assertThat(sent(accepted(), new Parcel.LoadParcel(cart)).join()).isInstanceOf(Refused.class);
        }
    }

    private UUID accepted() {
        var parcel = UUID.randomUUID();
        parcels.commands.dispatch(request(parcel, "a" + parcel, accept(), "a")).join();
        return parcel;
    }

    private CompletableFuture<Outcome> sent(UUID parcel, Record command) {
        return parcels.commands.dispatch(request(parcel, "o%s/%s".formatted(parcel, command), command, "o" + command));
    }

    @Test
    void a_decision_is_told_of_no_entity_that_is_not_there() {
        assertThat(sent(accepted(), new Parcel.PassParcel(UUID.randomUUID())).join())
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Parcel.Refused.OTHER_UNKNOWN.name()));
    }

    @Test
    void commands_that_meet_on_one_entity_are_tried_again_and_all_count() {
        parcels.dispatch("r1", accept());

        var outcomes = IntStream.range(0, 5)
                .mapToObj(i -> parcels.commands.dispatch(
                        request(parcels.id, "m" + i, new Parcel.MoveParcel("P" + i), "m" + i)))
                .toList();

        assertThat(outcomes.stream().map(CompletableFuture::join)).allMatch(Committed.class::isInstance);
        assertThat(parcels.load(new AsOf.Now()).known().moves()).isEqualTo(5);
    }

    @Test
    void the_same_request_sent_twice_at_once_is_stored_once() {
        parcels.dispatch("r1", accept());
        for (int i = 0; i < 30; i++) {
            var request = request(parcels.id, "m" + i, new Parcel.MoveParcel("P"), "m" + i);
            var outcomes = List.of(parcels.commands.dispatch(request), parcels.commands.dispatch(request)).stream()
                    .map(CompletableFuture::join)
                    .map(Committed.class::cast)
                    .toList();

            assertThat(outcomes).extracting(Committed::replayed).containsExactlyInAnyOrder(true, false);
        }
        assertThat(parcels.log.head()).isEqualTo(31);
    }
}
