package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.json.AmountTooLargeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the running service does with a decision's events before it stores them, for tests of other packages; nothing is sealed. */
public final class ReadBacks {

    private ReadBacks() {}

    /** What is read of the events: their bytes, the state from them, and what is shown. */
    public record Read<S>(
            List<byte[]> payloads, S state, @Nullable ObjectNode view) {}

    /** Empty where an amount is too large to be stored; throws where something is lost or cannot be read. */
    public static <S, C, E> Optional<Read<S>> of(
            Catalogue<S, C, E> catalogue, UUID id, @Nullable S before, List<E> events) {
        try {
            var entity = new Entity<>(id, before, 1, Instant.EPOCH);
            var read = ReadBack.of(catalogue, entity, events, (event, mapper) -> mapper.writeValueAsBytes(event));
            return Optional.of(new Read<>(read.payloads(), read.state(), read.view()));
        } catch (AmountTooLargeException refused) {
            return Optional.empty();
        }
    }
}
