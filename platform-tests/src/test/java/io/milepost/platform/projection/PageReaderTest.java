package io.milepost.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.access.Sight;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Pages of items that are larger than parcels are. */
class PageReaderTest {
    private static final PageReader READER = new PageReader("parcels", Columns.of(ParcelMessages.CATALOGUE), false);

    @Test
    void a_page_of_large_items_ends_early_and_the_next_one_goes_on() {
        assertThat(sizes(7, 1_500_000, 100))
                .as("each holds what reaches four million characters")
                .containsExactly(3, 3, 1);
        assertThat(sizes(2, 4_000_000, 100)).containsExactly(1, 1);
        assertThat(sizes(7, 10, 100)).containsExactly(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void a_page_of_small_items_has_as_many_as_were_asked_for(int pageSize) {
        var sizes = sizes(6, 10, pageSize);
        assertThat(sizes.subList(0, sizes.size() - 1)).containsOnly(pageSize);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    }

    /** How many items each page has, after which nothing is missing and nothing came twice. */
    private static List<Integer> sizes(int items, int characters, int pageSize) {
        try (var database = EmbeddedDatabase.start(null, 0);
                var client = MongoClients.create(database.uri())) {
            var collection = client.getDatabase("pages").getCollection("parcels");
            var filler = "x".repeat(characters);
            IntStream.range(0, items)
                    .mapToObj(n -> new Document("_id", "id-" + n)
                            .append("keys", new Document("label", "no " + n))
                            .append("view", "{\"id\":\"id-%d\",\"label\":\"%s\"}".formatted(n, filler)))
                    .forEach(document ->
                            Mono.from(collection.insertOne(document)).block());
            var sizes = new ArrayList<Integer>();
            var seen = new ArrayList<String>();
            String token = null;
            do {
                var page = READER.read(
                        collection, new ListQuery(List.of(), List.of(), pageSize, token, false), Sight.ALL, 0, 0);
                sizes.add(page.items().size());
                page.items().forEach(item -> seen.add(item.get("id").asString()));
                token = page.nextPageToken();
            } while (token != null);
            assertThat(seen).hasSize(items).doesNotHaveDuplicates();
            return sizes;
        }
    }
}
