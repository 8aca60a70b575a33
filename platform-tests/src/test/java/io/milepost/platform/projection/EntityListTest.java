package io.milepost.platform.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.local.EmbeddedDatabase;
import io.milepost.platform.eventlog.StoredEvent;
import io.milepost.platform.eventlog.Subject;
import io.milepost.platform.setaside.OwnAsides;
import io.milepost.platform.testkit.parcel.ParcelCommand.DeliverParcel;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import io.milepost.platform.testkit.parcel.ParcelOffice;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class EntityListTest {

    @Test
    void a_batch_that_is_larger_than_the_memory_loses_nobody(@TempDir Path folder) {
        try (var database = EmbeddedDatabase.start(null, 0);
                var office = ParcelOffice.open(database.uri(), "e1", folder)) {
            var asides = new OwnAsides(office.setAsides(), "lists", "parcel", Clock.systemUTC());
            var collection = office.database().getCollection("list");
            var list = new EntityList<>(
                    ParcelMessages.CATALOGUE, collection, office.codec(), office.entities(), asides, 2);
            var old = List.of(new UUID(1, 1), new UUID(1, 2));
            var young = List.of(new UUID(1, 3), new UUID(1, 4));
            old.forEach(id -> office.send(id, ParcelOffice.post("old " + id, null, "1.00")));
            list.apply(byEntity(office, 0, old));
            long known = office.log().head();
            young.forEach(id -> office.send(id, ParcelOffice.post("young " + id, null, "1.00")));
            old.forEach(id -> office.send(id, new DeliverParcel(UUID.randomUUID())));

            // The young ones come first and push the old ones out of a memory of two.
            var batch = new LinkedHashMap<>(byEntity(office, known, young));
            batch.putAll(byEntity(office, known, old));
            list.apply(batch);

            assertThat(office.setAsides().all()).isEmpty();
            assertThat(Flux.from(collection.find()).collectList().block())
                    .extracting(item -> Document.parse(item.getString("view")).getString("status"))
                    .containsExactlyInAnyOrder("DELIVERED", "DELIVERED", "POSTED", "POSTED");
        }
    }

    private static Map<UUID, List<StoredEvent>> byEntity(ParcelOffice office, long after, List<UUID> ids) {
        var events = office.log().read(after, 100).join().stream()
                .flatMap(commit -> commit.events().stream())
                .toList();
        var byEntity = new LinkedHashMap<UUID, List<StoredEvent>>();
        for (var id : ids) {
            byEntity.put(
                    id,
                    events.stream()
                            .filter(event ->
                                    Subject.of(event).orElseThrow().id().equals(id))
                            .toList());
        }
        return byEntity;
    }
}
