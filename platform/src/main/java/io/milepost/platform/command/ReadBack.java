package io.milepost.platform.command;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.json.AmountTooLargeException;
import io.milepost.platform.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a decision yields, read as it will be read for ever: encoded, decoded, folded and shown before any of it is stored.
 *
 * @param payloads the events' bytes, in their order
 * @param state the entity's after them, from the decoded events
 * @param view what is then shown, or null when the state is not one that is shown
 */
public record ReadBack<S>(
        List<byte[]> payloads, S state, @Nullable ObjectNode view) {

    /** An event would not be read as it was decided, or not at all. Nothing is stored. */
    public static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(String event, @Nullable Throwable cause) {
            super("%s cannot be read back as it was decided".formatted(event), cause);
        }
    }

    /**
     * Throws {@link Failed} where something is lost, an {@link AmountTooLargeException} where an amount has too many digits. An entity that
     * has such an amount already, from before there was a bound, can be put right: what leads away from it says what it was.
     *
     * @param encode an event to its bytes, by one of {@link Json}'s ways
     */
    public static <S, C, E> ReadBack<S> of(
            Catalogue<S, C, E> catalogue, Entity<S> before, List<E> events, BiFunction<E, JsonMapper, byte[]> encode) {
        try {
            return of(catalogue, before, events, event -> encode.apply(event, Json.facts()));
        } catch (AmountTooLargeException tooLarge) {
            if (!holdsTooMuch(catalogue, before)) {
                throw tooLarge;
            }
            return of(catalogue, before, events, event -> encode.apply(event, Json.events()));
        }
    }

    private static <S> boolean holdsTooMuch(Catalogue<S, ?, ?> catalogue, Entity<S> entity) {
        if (!entity.exists()) {
            return false;
        }
        try {
            Json.facts().writeValueAsBytes(catalogue.view().apply(entity.known()));
            return false;
        } catch (AmountTooLargeException stored) {
            return true;
        }
    }

    private static <S, C, E> ReadBack<S> of(
            Catalogue<S, C, E> catalogue, Entity<S> before, List<E> events, Function<E, byte[]> encode) {
        var payloads = new ArrayList<byte[]>(events.size());
        var state = before.state();
        for (var event : events) {
            var payload = encode.apply(event);
            state = next(catalogue, state, event, payload);
            payloads.add(payload);
        }
        return new ReadBack<>(payloads, Objects.requireNonNull(state), view(catalogue, before, state));
    }

    private static <S, C, E> S next(Catalogue<S, C, E> catalogue, @Nullable S state, E event, byte[] payload) {
        var row = catalogue.event(event.getClass());
        try {
            var read = EventCodec.decode(row, payload);
            // A sealed value does not equal the open one; written again it has to be the same bytes.
            boolean same = row.isSealed(event)
                    ? Arrays.equals(Json.events().writeValueAsBytes(read), payload)
                    : read.equals(event);
            if (!same) {
                throw new Failed(row.wireType(), null);
            }
            return catalogue.decider().after(state, read);
        } catch (Failed difference) {
            throw difference;
        } catch (RuntimeException fault) {
            throw new Failed(row.wireType(), fault);
        }
    }

    private static <S> @Nullable ObjectNode view(Catalogue<S, ?, ?> catalogue, Entity<S> before, @Nullable S state) {
        try {
            return EntityView.of(
                    catalogue, new Entity<>(before.id(), state, before.position(), before.lastEffectiveAt()));
        } catch (EventUnreadableException fault) {
            throw new Failed(catalogue.aggregate(), fault.getCause());
        }
    }

    /** Of the payloads together. */
    public long bytes() {
        return payloads.stream().mapToLong(payload -> payload.length).sum();
    }
}
