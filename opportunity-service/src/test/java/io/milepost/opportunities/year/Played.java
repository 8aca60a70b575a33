package io.milepost.opportunities.year;

import io.milepost.opportunities.year.PlayedService.Fact;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service that is played with: in memory, or as it runs, over its API. */
interface Played {

    LocalDate today();

    /** What is due at the beginning of the day is done. */
    void begin(LocalDate day);

    /** Sent by somebody; null where it was accepted, else the code of why not. */
    @Nullable
    String send(String who, UUID id, Record command);

    /** As another service says it. */
    void hear(String source, UUID subject, String type, String json);

    /** All that has happened so far. */
    List<Fact> log();

    /** The entities of an aggregate, as far as they are. */
    Map<UUID, Object> all(Catalogue<?, ?, ?> catalogue);

    <S> Optional<S> state(Catalogue<S, ?, ?> catalogue, UUID id);
}
