package io.milepost.platform.privacy;

import static io.milepost.platform.privacy.ErasureCatalogue.ERASURE;

import io.milepost.platform.privacy.Erasure.*;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a service says once it has erased a person. */
class ErasureTest {
    private static final List<Affected> ENTITIES =
            List.of(new Affected("parcel", Scenario.ID, List.of(1L, 4L), List.of(2L)));
    private static final List<Receiver> RECEIVERS = List.of(
            new Receiver(Scenario.ID, "ERP", List.of("https://erp.example/hooks"), List.of(1L, 2L), List.of(4L)));

    @Test
    void is_declared_and_well_named() {
        CatalogueWalk.check(List.of(ERASURE));
    }

    @Test
    void laws_of_the_erasure() {
        Laws.of(ERASURE).suggesting("round", 1, 2, 3).check();
    }

    @Test
    @DisplayName("R-187: each round is answered once, and an older one not after it")
    void each_round_is_answered_once() {
        Scenario.of(ERASURE)
                .when(new NoteErasure(1, ENTITIES, RECEIVERS))
                .then(new ErasureCarriedOut(1, Scenario.NOW, ENTITIES, RECEIVERS))
                .when(new NoteErasure(1, List.of(), List.of()))
                .thenNothing()
                .when(new NoteErasure(3, List.of(), List.of()))
                .then(new ErasureCarriedOut(3, Scenario.NOW, List.of(), List.of()))
                .when(new NoteErasure(2, ENTITIES, RECEIVERS))
                .thenNothing();
    }
}
