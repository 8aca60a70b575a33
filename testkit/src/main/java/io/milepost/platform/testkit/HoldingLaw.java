package io.milepost.platform.testkit;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several entities of one aggregate beside each other, each told truly what the others hold: one at most holds a claimed value, and
 * what an entity says that it holds stands in its events, by which alone it is found. What entities of other aggregates hold is drawn.
 */
final class HoldingLaw<S, C, E> {
    private static final int ENTITIES = 4;
    private static final int STEPS = 80;

    private final Catalogue<S, C, E> catalogue;
    private final RandomRecords records;
    private final Set<String> own;
    private final Set<String> freed = new HashSet<>();
    private boolean stopped;

    HoldingLaw(Catalogue<S, C, E> catalogue, RandomRecords records) {
        this.catalogue = catalogue;
        this.records = records;
        this.own = own();
    }

    /** Whether entities of the aggregate claim anything of each other. */
    boolean applies() {
        return !own.isEmpty();
    }

    /** What no history has shown, though the catalogue says that it happens. */
    List<String> missing() {
        var missing = catalogue.holds().keySet().stream()
                .filter(own::contains)
                .filter(key -> !freed.contains(key))
                .map(key -> "frees a value of " + key)
                .sorted();
        return Stream.concat(stopped ? Stream.of() : Stream.of("claims what another one holds"), missing)
                .toList();
    }

    void run(long seed) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var world = new World(random);
        try {
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    "%s, seed %d (-Dlaws.seed=%d): %s".formatted(catalogue.aggregate(), seed, seed, e.getMessage()), e);
        }
    }

    /** Claimed keys that events of this very aggregate carry. */
    private Set<String> own() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        return catalogue.events().stream()
                .flatMap(row -> Stream.generate(() -> records.next(row.type(), random))
                        .limit(50)
                        .flatMap(event -> row.tags().apply(event).stream()))
                .map(Tag::key)
                .filter(catalogue.claimedKeys()::contains)
                .collect(Collectors.toSet());
    }

    private final class World {
        private final RandomGenerator random;
        private final List<RandomHistory<S, C, E>> entities;
        private int turn;

        World(RandomGenerator random) {
            this.random = random;
            entities = Stream.iterate(1L, number -> number + 1)
                    .limit(ENTITIES)
                    .map(number -> new RandomHistory<>(catalogue, records, random, new UUID(7, number), this::holder))
                    .toList();
        }

        void step() {
            turn = random.nextInt(ENTITIES);
            var entity = entities.get(turn);
            var before = held(entity);
            var decision = entity.decide(entity.draw());
            decision.ifPresent(answer -> entity.grow(answer.events()));
            var now = held(entity);
            before.stream().filter(tag -> !now.contains(tag)).forEach(tag -> freed.add(tag.key()));
            for (var tag : now) {
                entity.require(
                        entities.stream()
                                        .filter(other -> held(other).contains(tag))
                                        .count()
                                == 1,
                        "two entities hold %s after %s".formatted(tag, entity.last()));
            }
            catalogue.holds().keySet().forEach(key -> found(entity, key));
        }

        private @Nullable UUID holder(Tag tag) {
            if (!own.contains(tag.key())) {
                return random.nextInt(4) > 0 ? RandomHistory.OTHER : null;
            }
            var other = entities.stream()
                    .filter(entity -> entity != entities.get(turn))
                    .filter(entity -> held(entity).contains(tag))
                    .findFirst();
            stopped |= other.isPresent();
            return other.map(RandomHistory::id).orElse(null);
        }

        private Set<Tag> held(RandomHistory<S, C, E> entity) {
            var state = entity.state();
            return state == null
                    ? Set.of()
                    : entity.carried().stream()
                            .filter(tag -> own.contains(tag.key()))
                            .filter(tag -> catalogue.isHeld(tag.key(), tag.value(), state))
                            .collect(Collectors.toSet());
        }

        private void found(RandomHistory<S, C, E> entity, String key) {
            var state = entity.state();
            if (state != null) {
                for (var value : catalogue.holds().get(key).apply(state)) {
                    entity.require(
                            entity.carried().contains(new Tag(key, value)),
                            "%s=%s is held, but no event carries it".formatted(key, value));
                }
            }
        }
    }
}
