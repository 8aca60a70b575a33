package io.milepost.reporting.read.mart.carried;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.View;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules by which a projection folds events, and nothing of what it makes of them. */
public record Carried<V extends View>(Projection<V> projection) implements Fold<V> {

    @Override
    public String source() {
        return projection.source();
    }

    @Override
    public Class<V> view() {
        return projection.view();
    }

    @Override
    public Set<String> types() {
        return projection.types();
    }

    @Override
    public V apply(@Nullable V before, Inbound event) {
        return projection.apply(before, event);
    }

    @Override
    public LocalDate day(V view) {
        return view.day();
    }

    @Override
    public String rules() {
        return projection.name();
    }
}
