package io.milepost.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.platform.catalogue.Role;
import io.milepost.platform.eventlog.EventLog;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.web.ParcelService;
import io.milepost.platform.web.Parcels;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A consumer that stores nothing but its last position, cut at random while others write, has every event once and in order. */
class FeedConsumerTest {
    private static final int WRITERS = 3;
    private static final int PARCELS_EACH = 40;

    private static ParcelService service;

    @BeforeAll
    static void start() {
        service = ParcelService.with("--milepost.feed.heartbeat=300ms");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private interface Taking {
        void take(Consumer consumer, BooleanSupplier done) throws Exception;
    }

    /** Lets a consumer take events while parcels are posted and weighed, until it has come to the end. */
    private static Consumer takeWhileOthersWrite(long seed, Taking taking) throws Exception {
        var consumer = new Consumer(service.url(), service.issuer().token(Role.ANALYST), new Random(seed));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, WRITERS)
                    .mapToObj(_ -> CompletableFuture.runAsync(FeedConsumerTest::write, threads))
                    .toArray(CompletableFuture<?>[]::new);
            var written = CompletableFuture.allOf(writing);
            taking.take(consumer, () -> written.isDone() && consumer.position() >= service.head());
            written.join();
        }
        return consumer;
    }

    private static void write() {
        var rep = service.as(Role.SALES_REP);
        for (int n = 1; n <= PARCELS_EACH; n++) {
            var id = rep.post("/v1/parcels", Parcels.posted()).id();
            if (n % 4 == 0) {
                rep.post("/v1/parcels/" + id + "/weigh", "{\"grams\":%d}".formatted(n));
            }
        }
    }

    private static Stream<StoredEvent> stored() {
        return service.bean(EventLog.class).read(0, 1_000_000).join().stream()
                .flatMap(commit -> commit.events().stream());
    }

    private static void hasEverythingOnceInOrder(Consumer consumer) {
        assertThat(consumer.positions())
                .isEqualTo(LongStream.rangeClosed(1, service.head()).boxed().toList());
        assertThat(ids(consumer))
                .isEqualTo(stored().map(event -> event.id().toString()).toList());
        assertThat(consumer.cuts()).isGreaterThan(3);
    }

    private static List<String> ids(Consumer consumer) {
        return consumer.taken().stream()
                .map(event -> event.get("id").stringValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20260331})
    @DisplayName("a stream that is cut at random is whole")
    void a_stream_that_is_cut_at_random_is_whole(long seed) throws Exception {
        hasEverythingOnceInOrder(takeWhileOthersWrite(seed, (consumer, done) -> consumer.stream("", done)));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20260401})
    @DisplayName("pages that are lost at random are whole")
    void pages_that_are_lost_at_random_are_whole(long seed) throws Exception {
        hasEverythingOnceInOrder(takeWhileOthersWrite(seed, (consumer, done) -> consumer.page("", done)));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20260402})
    @DisplayName("a consumer of one type has all of that type and comes to the end of the log nevertheless")
    void a_consumer_of_one_type_has_all_of_that_type(long seed) throws Exception {
        var query = "&types=parcel.weighed.v1";
        var streamed = takeWhileOthersWrite(seed, (consumer, done) -> consumer.stream(query, done));
        var paged = takeWhileOthersWrite(seed, (consumer, done) -> consumer.page(query, done));

        assertThat(paged.taken().size()).isGreaterThan(streamed.taken().size());
        assertThat(ids(paged))
                .isEqualTo(stored().filter(event -> event.name().equals("parcel.weighed"))
                        .map(event -> event.id().toString())
                        .toList());
        assertThat(ids(streamed))
                .isEqualTo(ids(paged).subList(0, streamed.taken().size()));
        assertThat(streamed.taken().size()).isGreaterThanOrEqualTo(WRITERS * PARCELS_EACH / 4);
    }
}
