package io.milepost.platform.projection;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.command.Entities;
import io.milepost.platform.command.EventCodec;
import io.milepost.platform.setaside.OwnAsides;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Opens, begins and switches generations. The one before the live one stays, for instances that still read it; a rebuild
 * drops those before that.
 */
final class ListGenerations {
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final MongoDatabase database;
    private final ListPositions positions;
    private final List<Catalogue<?, ?, ?>> catalogues;
    private final EventCodec codec;
    private final Entities entities;
    private final OwnAsides asides;

    ListGenerations(
            MongoDatabase database,
            List<Catalogue<?, ?, ?>> catalogues,
            EventCodec codec,
            Entities entities,
            OwnAsides asides) {
        this.database = database;
        this.positions = new ListPositions(database.getCollection("projection_positions"));
        this.catalogues = List.copyOf(catalogues);
        this.codec = codec;
        this.entities = entities;
        this.asides = asides;
    }

    /** The live one where it stands; the first one on a first start. */
    ListGeneration open() {
        var live = positions.live();
        if (live == null) {
            positions.begin(1);
            positions.switchTo(1, shape());
            return generation(1, 0);
        }
        return generation(live.generation(), positions.load(live.generation()));
    }

    /** Whether the live one was built for items that looked otherwise. */
    boolean outdated() {
        var live = positions.live();
        return live != null && !live.shape().equals(shape());
    }

    /** A new, empty one. */
    ListGeneration beginAfter(ListGeneration live) {
        var number = live.number() + 1;
        for (var gone : List.of(live.number() - 1, number)) {
            catalogues.forEach(catalogue -> Mono.from(
                            database.getCollection(nameOf(catalogue, gone)).drop())
                    .block(ANSWER));
            positions.forget(gone);
        }
        positions.begin(number);
        return generation(number, 0);
    }

    void switchTo(ListGeneration next) {
        positions.switchTo(next.number(), shape());
    }

    private ListGeneration generation(int number, long position) {
        var lists = new HashMap<String, EntityList<?, ?, ?>>();
        catalogues.forEach(catalogue -> lists.put(catalogue.aggregate(), list(catalogue, number)));
        return new ListGeneration(number, position, lists, positions, asides);
    }

    private <S, C, E> EntityList<S, C, E> list(Catalogue<S, C, E> catalogue, int number) {
        return new EntityList<>(
                catalogue,
                database.getCollection(nameOf(catalogue, number)),
                codec,
                entities,
                asides,
                EntityList.REMEMBERED);
    }

    private static String nameOf(Catalogue<?, ?, ?> catalogue, int number) {
        return "%s_list_%d".formatted(catalogue.plural().replace('-', '_'), number);
    }

    private String shape() {
        return catalogues.stream().map(Columns::shapeOf).sorted().collect(Collectors.joining("\n"));
    }
}
