package io.milepost.platform.catalogue;

import java.util.List;

/** All aggregates of one service, in the order in which documents show them. */
public record Catalogues(List<Catalogue<?, ?, ?>> all) {
    public Catalogues {
        all = List.copyOf(all);
    }
}
