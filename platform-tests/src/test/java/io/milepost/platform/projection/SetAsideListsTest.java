package io.milepost.platform.projection;

import static io.milepost.platform.testkit.parcel.NarrowParcels.GIANT;
import static io.milepost.platform.testkit.parcel.NarrowParcels.UNFOLDABLE;
import static io.milepost.platform.testkit.parcel.NarrowParcels.UNSHOWABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.Metadata;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.setaside.SetAside;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.testkit.parcel.NarrowParcels;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelCommand.WeighParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.testkit.parcel.RawEvent;
import io.milepost.platform.vital.VitalThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Lists whose program cannot read all that its log holds, and those of the next version, which can. */
@ExtendWith(OutputCaptureExtension.class)
class SetAsideListsTest {
    private static final EmbeddedDatabase DATABASE = EmbeddedDatabase.start(null, 0);

    private ParcelOffice office;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        var name = "s" + Integer.toHexString(test.getDisplayName().hashCode());
        office = ParcelOffice.open(DATABASE.uri(), name, folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    /** An instance at work. */
    private record Running(TailedListings listings, SetAsides asides, VitalThreads threads, ParcelOffice office)
            implements AutoCloseable {

        Page page() {
            assertThat(listings.await(office.log().head(), Duration.ofSeconds(20)))
                    .as("the lists stand at the log's head")
                    .isTrue();
            return listings.page(
                            ParcelMessages.CATALOGUE, new ListQuery(List.of(), List.of(), 100, null, false), Sight.ALL)
                    .join();
        }

        List<UUID> listed() {
            return page().items().stream()
                    .map(item -> UUID.fromString(item.path("id").asString()))
                    .toList();
        }

        @Override
        public void close() {
            listings.stop();
        }
    }

    private Running lists(Catalogue<?, ?, ?> catalogue) {
        var asides = office.setAsides();
        asides.count();
        var own = new OwnAsides(asides, TailedListings.READER, "parcel", Clock.systemUTC());
        var threads = new VitalThreads();
        var generations =
                new ListGenerations(office.database(), List.of(catalogue), office.codec(), office.entities(), own);
        var listings = new TailedListings(office.log(), generations, own, threads, Unmeasured.visibility());
        listings.start();
        return new Running(listings, asides, threads, office);
    }

    private UUID posted() {
        var id = UUID.randomUUID();
        office.send(id, ParcelOffice.post("label-" + id, "Ada", "1.00"));
        return id;
    }

    private UUID weighed(int grams) {
        var id = posted();
        office.send(id, new WeighParcel(grams));
        return id;
    }

    private UUID delivered() {
        var id = posted();
        office.send(id, new DeliverParcel(UUID.randomUUID()));
        return id;
    }

    @Test
    @DisplayName(
            "a list goes on without what its program cannot read, fold or show, and the next version's is complete")
    void one_bad_fact_stops_no_list() {
        var healthy = posted();
        var bad = List.of(weighed(UNFOLDABLE), weighed(UNSHOWABLE), weighed(GIANT), delivered());
        var later = posted();
        try (var narrow = lists(NarrowParcels.CATALOGUE)) {
            assertThat(narrow.listed()).containsExactlyInAnyOrder(healthy, later);
            assertThat(narrow.page().setAside()).isEqualTo(4);
            assertThat(narrow.asides().all())
                    .extracting(SetAside::subject, SetAside::type, SetAside::position, SetAside::cause)
                    .containsExactlyInAnyOrder(
                            tuple(bad.get(0), "parcel.weighed.v1", 3L, "IllegalStateException"),
                            tuple(bad.get(1), "parcel", 5L, "ArithmeticException"),
                            tuple(bad.get(2), "parcel", 7L, "ViewTooLargeException"),
                            tuple(bad.get(3), "parcel.delivered.v1", 9L, "IllegalStateException"));

            office.send(bad.getFirst(), new WeighParcel(5));
            var last = posted();
            assertThat(narrow.listed()).containsExactlyInAnyOrder(healthy, later, last);
            assertThat(narrow.page().setAside()).isEqualTo(4);
        }

        try (var wide = lists(ParcelMessages.CATALOGUE)) {
            await().until(() -> wide.page().setAside() == 0);
            assertThat(wide.listed()).hasSize(7).containsAll(bad);
            assertThat(wide.asides().all()).isEmpty();
        }
    }

    @Test
    void nothing_stale_is_shown_of_an_entity_that_was_listed_before() {
        var id = posted();
        var control = posted();
        try (var narrow = lists(NarrowParcels.CATALOGUE)) {
            assertThat(narrow.listed()).containsExactlyInAnyOrder(id, control);
            office.send(id, new WeighParcel(UNFOLDABLE));
            office.send(control, new WeighParcel(5));

            assertThat(narrow.listed()).containsExactly(control);
        }
    }

    @Test
    void what_no_program_reads_stays_set_aside_and_is_told_once_without_its_data(CapturedOutput output) {
        var healthy = posted();
        var raw = RawEvent.unreadable();
        raw.forEach(event -> event.appendTo(office.log()));
        RawEvent.of(UUID.randomUUID(), "crate.built", "{\"of\":\"secret\"}")
                .saying(Metadata.AGGREGATE, "crate")
                .appendTo(office.log());
        var strays = Stream.of(
                        RawEvent.weighed("{\"grams\":1}").without(Metadata.SUBJECT),
                        RawEvent.weighed("{\"grams\":1}").saying(Metadata.SUBJECT, "nobody"),
                        RawEvent.weighed("{\"grams\":1}").without(Metadata.AGGREGATE))
                .map(stray -> {
                    var id = UUID.randomUUID();
                    stray.appendTo(office.log(), id);
                    return id;
                })
                .toList();
        var nameless = RawEvent.weighed("{\"grams\":1}").without(Metadata.COMMAND);
        nameless.appendTo(office.log());

        try (var one = lists(ParcelMessages.CATALOGUE);
                var other = lists(ParcelMessages.CATALOGUE)) {
            assertThat(one.listed()).containsExactly(healthy).isEqualTo(other.listed());
            assertThat(one.asides().all())
                    .hasSize(raw.size() + 4)
                    .isEqualTo(other.asides().all());
            assertThat(one.asides().all())
                    .filteredOn(aside -> aside.cause().equals("NO_SUBJECT"))
                    .extracting(SetAside::subject)
                    .containsExactlyInAnyOrderElementsOf(strays);
            assertThat(one.asides().all())
                    .extracting(SetAside::cause)
                    .contains("UNDECLARED_AGGREGATE")
                    .hasSize(raw.size() + 4);
            assertThat(one.page().setAside())
                    .as("those of other aggregates are not missing in this list")
                    .isEqualTo(raw.size() + 3)
                    .isEqualTo(other.page().setAside());

            var before = one.asides().all();
            before.forEach(aside -> one.listings().redrive(aside.subject()));
            assertThat(one.asides().all()).isEqualTo(before);
        }
        try (var _ = lists(ParcelMessages.CATALOGUE)) {
            for (var event : raw) {
                assertThat(output.getAll().lines().filter(line -> line.contains("goes on without " + event.subject())))
                        .hasSize(1);
            }
            assertThat(output.getAll()).doesNotContain("secret");
        }
    }

    @Test
    void a_redrive_heals_in_two_instances_at_once_and_doing_it_again_changes_nothing() {
        var bad = weighed(UNFOLDABLE);
        var narrow = lists(NarrowParcels.CATALOGUE);
        assertThat(narrow.page().setAside()).isEqualTo(1);
        narrow.listings().redrive(bad);
        assertThat(narrow.page().setAside()).as("the same program cannot").isEqualTo(1);

        try (var one = lists(ParcelMessages.CATALOGUE);
                var other = lists(ParcelMessages.CATALOGUE)) {
            await().until(() -> one.listed().contains(bad));
            // An old instance that still runs meets one more event, and sets the entity aside again.
            office.send(bad, new WeighParcel(5));
            await().until(() -> !narrow.asides().all().isEmpty());
            narrow.close();

            Stream.of(one, other, one)
                    .parallel()
                    .forEach(each -> each.listings().redrive(bad));
            await().until(() -> one.page().setAside() == 0 && other.page().setAside() == 0);
            assertThat(one.listed()).containsExactly(bad).isEqualTo(other.listed());
            office.send(bad, new DeliverParcel(UUID.randomUUID()));
            assertThat(one.page().items())
                    .extracting(item -> item.path("status").asString())
                    .containsExactly("DELIVERED");
        }
    }

    @Test
    void a_rebuild_goes_on_without_it_too() {
        var bad = weighed(UNFOLDABLE);
        var healthy = posted();
        try (var narrow = lists(NarrowParcels.CATALOGUE)) {
            assertThat(narrow.listed()).containsExactly(healthy);
            narrow.listings().rebuild().join();

            assertThat(narrow.listed()).containsExactly(healthy);
            assertThat(narrow.page().setAside()).isEqualTo(1);
        }
        try (var wide = lists(ParcelMessages.CATALOGUE)) {
            await().until(() -> wide.listed().contains(bad));
        }
    }

    @Test
    void an_error_ends_the_thread_and_is_seen() {
        posted();
        try (var narrow = lists(NarrowParcels.CATALOGUE)) {
            assertThat(narrow.listed()).hasSize(1);
            assertThat(narrow.threads().dead()).isEmpty();
            weighed(NarrowParcels.DEADLY);

            await().until(() -> !narrow.threads().dead().isEmpty());
            assertThat(narrow.threads().dead()).containsEntry("lists", "AssertionError");
        }
    }
}
