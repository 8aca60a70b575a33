package io.milepost.reporting.read.movement;

import io.milepost.reporting.read.cells.View;
import io.milepost.reporting.read.funnel.Deal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deal of the funnel with every change that it made to the open value. */
record MovingDeal(UUID id, Deal deal, List<Change> changes) implements View {
    MovingDeal {
        changes = List.copyOf(changes);
    }

    static MovingDeal of(@Nullable MovingDeal before, UUID id, Deal after, long position) {
        if (before == null) {
            return new MovingDeal(id, after, Change.between(null, after, position));
        }
        var more = Change.between(before.deal(), after, position);
        return new MovingDeal(
                id,
                after,
                Stream.concat(before.changes().stream(), more.stream()).toList());
    }

    @Override
    public LocalDate day() {
        return deal.day();
    }
}
