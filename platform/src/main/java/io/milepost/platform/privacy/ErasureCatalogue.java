package io.milepost.platform.privacy;

import static io.milepost.platform.catalogue.Role.PRIVACY_OFFICER;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.privacy.Erasure.*;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom this service has erased. Every service that decides has it, and lead-service hears of it by the event. */
public final class ErasureCatalogue {

    public static final Catalogue<Erasure, Command, Event> ERASURE = Catalogue.of(
                    "erasure", "erasures", Erasure.DECIDER)
            .notes(NoteErasure.class, Erasure::first)
            .event(ErasureCarriedOut.class, "erasure.carried-out", 1)
            .openTo(PRIVACY_OFFICER)
            .view(View.class, View::of);

    private ErasureCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status ERASED
     * @param round of the request in lead-service
     * @param receivers webhooks that were sent such events
     */
    public record View(
            String status,
            int round,
            Instant at,
            List<Affected> entities,
            @Nullable List<Receiver> receivers) {
        public View {
            entities = List.copyOf(entities);
            receivers = receivers == null ? null : List.copyOf(receivers);
        }

        static View of(Erasure erasure) {
            return new View("ERASED", erasure.round(), erasure.at(), erasure.entities(), erasure.receivers());
        }
    }
}
