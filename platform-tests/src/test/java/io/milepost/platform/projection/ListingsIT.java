package io.milepost.platform.projection;

import static io.milepost.platform.testkit.parcel.ParcelMessages.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.access.Sight;
import io.milepost.platform.projection.ListQuery.Filter;
import io.milepost.platform.projection.ListQuery.Op;
import io.milepost.platform.projection.ListQuery.Order;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.testkit.parcel.ParcelCommand;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import io.milepost.platform.vital.VitalThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

class ListingsIT {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private ParcelOffice office;
    private TailedListings listings;

    @BeforeEach
    void open(TestInfo test, @TempDir Path folder) {
        var name = "l" + Integer.toHexString(test.getDisplayName().hashCode());
        office = ParcelOffice.open(SuiteParts.shared().mongoUri(), name, folder);
        listings = newListings();
        listings.start();
    }

    @AfterEach
    void close() {
        listings.stop();
        office.close();
    }

    @Test
    void pages_neither_skip_nor_repeat_what_is_there_throughout_while_others_come() {
        var there = IntStream.range(0, 150).mapToObj(i -> posted()).toList();
        caughtUp();
        var done = new AtomicBoolean();
        var inserted = CompletableFuture.supplyAsync(() -> {
            var more = new ArrayList<UUID>();
            while (!done.get()) {
                more.add(posted());
            }
            return more;
        });
        var orders = List.of(
                List.<Order>of(),
                List.of(new Order("worth.amount", true)),
                List.of(new Order("status", false), new Order("worth.amount", false), new Order("label", true)),
                List.of(new Order("id", true)));
        for (var order : orders) {
            var seen = walk(List.of(), order, 7).stream().map(ListingsIT::idOf).toList();
            assertThat(seen).doesNotHaveDuplicates().containsAll(there);
        }
        done.set(true);
        // The control: others did come while pages were turned.
        assertThat(inserted.join()).isNotEmpty();
    }

    @Test
    void absent_values_come_first_and_are_below_and_above_nothing() {
        var worthless = List.of(posted("a", "5.00"), posted("b", "6.00"));
        worthless.forEach(id -> office.send(id, new ParcelCommand.DeliverParcel(id)));
        var nine = posted("c", "9.00");
        var ten = posted("d", "10.00");
        caughtUp();

        var up = List.of(new Order("worth.amount", false));
        var down = List.of(new Order("worth.amount", true));
        for (int size = 1; size <= 4; size++) {
            assertThat(ids(walk(List.of(), up, size)))
                    .containsSubsequence(nine, ten)
                    .endsWith(nine, ten)
                    .hasSize(4);
            assertThat(ids(walk(List.of(), down, size))).startsWith(ten, nine).hasSize(4);
        }
        assertThat(ids(walk(List.of(new Filter("worth.amount", Op.LT, List.of("9.50"))), up, 2)))
                .containsExactly(nine);
        assertThat(ids(walk(List.of(new Filter("worth.amount", Op.GE, List.of("9"))), up, 2)))
                .containsExactly(nine, ten);
    }

    @Test
    void filters_hold_together_and_are_counted_on_request() {
        var a = posted("a", "1.00");
        var b = posted("b", "2.00");
        posted("c", "3.00");
        caughtUp();
        var some = List.of(
                new Filter("label", Op.IN, List.of("a", "b", "x")),
                new Filter("worth.amount", Op.GT, List.of("1")),
                new Filter("status", Op.EQ, List.of("POSTED")));
        assertThat(ids(walk(some, List.of(), 5))).containsExactly(b);
        assertThat(ids(walk(List.of(new Filter("id", Op.EQ, List.of(a.toString()))), List.of(), 5)))
                .containsExactly(a);
        assertThat(ids(walk(List.of(new Filter("label", Op.NE, List.of("b"))), List.of(new Order("label", false)), 1)))
                .startsWith(a)
                .hasSize(2);
        assertThat(page(new ListQuery(some.subList(0, 1), List.of(), 1, null, true))
                        .total())
                .isEqualTo(2);
        assertThat(page(new ListQuery(List.of(), List.of(), 1, null, false)).total())
                .isNull();
    }

    @Test
    @DisplayName("R-179: a text is found by what is in it, in any case, and nothing in it is a pattern")
    void a_text_is_found_by_what_is_in_it() {
        var crane = posted("The crane (B) came late", "1.00");
        var road = posted("no road.", "2.00");
        caughtUp();
        var found = Stream.of("CRANE (b)", "road.", ".*")
                .map(part -> ids(walk(List.of(new Filter("label", Op.HAS, List.of(part))), List.of(), 5)));
        assertThat(found).containsExactly(List.of(crane), List.of(road), List.of());
    }

    @Test
    void personal_and_unknown_fields_are_not_asked_by_and_stay_sealed() {
        office.send(UUID.randomUUID(), ParcelOffice.post("a", "Ada", "1.00"));
        caughtUp();

        assertThat(listings.queryable(CATALOGUE))
                .containsExactly("id", "status", "label", "worth.amount", "worth.currency");
        for (var field : List.of("recipient", "colour", "keys", "_id")) {
            assertThatThrownBy(() -> page(new ListQuery(List.of(), List.of(new Order(field, false)), 5, null, false)))
                    .hasCauseInstanceOf(InvalidQuery.class);
        }
        for (var filter : List.of(
                new Filter("worth.amount", Op.EQ, List.of("much")), new Filter("worth.amount", Op.HAS, List.of("1")))) {
            assertThatThrownBy(() -> walk(List.of(filter), List.of(), 5)).hasCauseInstanceOf(InvalidQuery.class);
        }
        var item = walk(List.of(), List.of(new Order("label", false)), 5).getFirst();
        assertThat(item.path("recipient").asString()).startsWith("sealed.v1.");
        assertThat(item.path("worth").path("amount").asString()).isEqualTo("1.00");
    }

    @Test
    void a_page_token_is_good_for_its_own_filter_and_order_only() {
        posted("a", "1.00");
        posted("b", "1.00");
        caughtUp();
        var label = List.of(new Order("label", false));
        var token = page(new ListQuery(List.of(), label, 1, null, false)).nextPageToken();

        assertThat(page(new ListQuery(List.of(), label, 1, token, false)).items())
                .hasSize(1);
        assertThatThrownBy(() -> page(new ListQuery(List.of(), List.of(), 1, token, false)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(InvalidPageToken.class);
        assertThatThrownBy(() ->
                        page(new ListQuery(List.of(new Filter("label", Op.NE, List.of("z"))), label, 1, token, false)))
                .hasCauseInstanceOf(InvalidPageToken.class);
        for (var forged : List.of("x", "bm90aGluZw", "e30", "bnVsbA")) {
            assertThatThrownBy(() -> page(new ListQuery(List.of(), label, 1, forged, false)))
                    .hasCauseInstanceOf(InvalidPageToken.class);
        }
    }

    @Test
    void a_replay_from_the_beginning_and_a_rebuild_give_the_same_lists() {
        var ids = IntStream.range(0, 60).mapToObj(i -> posted()).toList();
        for (var id : ids) {
            if (random.nextBoolean()) {
                office.send(id, new ParcelCommand.WeighParcel(1 + random.nextInt(100)));
            }
            if (random.nextBoolean()) {
                office.send(id, new ParcelCommand.DeliverParcel(id));
            }
        }
        caughtUp();
        var before = documents(1);
        assertThat(before).hasSize(60);
        assertThat(before).anyMatch(document -> document.getString("view").contains("DELIVERED"));

        // As after a crash that lost the position: everything is applied once more to what is already there.
        listings.stop();
        Mono.from(office.database()
                        .getCollection("projection_positions")
                        .updateOne(
                                new Document("_id", "listings/1"), new Document("$set", new Document("position", 0L))))
                .block();
        listings = newListings();
        listings.start();
        caughtUp();
        assertThat(documents(1)).isEqualTo(before);

        listings.rebuild().join();
        assertThat(documents(2)).isEqualTo(before);
        office.send(ids.getFirst(), new ParcelCommand.DeliverParcel(UUID.randomUUID()));
        var late = posted();
        caughtUp();
        assertThat(ids(walk(List.of(), List.of(), 50))).contains(late).hasSize(61);
    }

    @Test
    void a_restart_goes_on_where_the_lists_stood() {
        var first = posted();
        caughtUp();
        listings.stop();
        office.send(first, new ParcelCommand.DeliverParcel(first));
        var second = posted();
        assertThat(listings.await(office.log().head(), Duration.ofMillis(10))).isFalse();

        listings = newListings();
        listings.start();
        caughtUp();
        assertThat(ids(walk(List.of(), List.of(), 5))).containsExactlyInAnyOrder(first, second);
        assertThat(walk(List.of(new Filter("status", Op.EQ, List.of("DELIVERED"))), List.of(), 5))
                .hasSize(1);
        await().until(() -> listings.lag().isZero());
    }

    private TailedListings newListings() {
        var asides = new OwnAsides(office.setAsides(), TailedListings.READER, "parcel", Clock.systemUTC());
        var generations =
                new ListGenerations(office.database(), List.of(CATALOGUE), office.codec(), office.entities(), asides);
        return new TailedListings(office.log(), generations, asides, new VitalThreads(), Unmeasured.visibility());
    }

    private UUID posted() {
        return posted("label-" + random.nextLong(), random.nextInt(1, 20) + ".00");
    }

    private UUID posted(String label, String worth) {
        var id = UUID.randomUUID();
        office.send(id, ParcelOffice.post(label, null, worth));
        return id;
    }

    private void caughtUp() {
        assertThat(listings.await(office.log().head(), Duration.ofSeconds(20))).isTrue();
    }

    private Page page(ListQuery query) {
        return listings.page(CATALOGUE, query, Sight.ALL).join();
    }

    private List<ObjectNode> walk(List<Filter> filters, List<Order> order, int pageSize) {
        var items = new ArrayList<ObjectNode>();
        @Nullable String token = null;
        do {
            var page = page(new ListQuery(filters, order, pageSize, token, false));
            items.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);
        return items;
    }

    private static List<UUID> ids(List<ObjectNode> items) {
        return items.stream().map(ListingsIT::idOf).toList();
    }

    private static UUID idOf(ObjectNode item) {
        return UUID.fromString(item.path("id").asString());
    }

    private List<Document> documents(int generation) {
        return Flux.from(office.database()
                        .getCollection("parcels_list_" + generation)
                        .find()
                        .batchSize(500))
                .collectList()
                .blockOptional()
                .orElseThrow()
                .stream()
                .sorted(Comparator.comparing((Document document) -> document.getString("_id")))
                .toList();
    }
}
