package io.milepost.platform.projection;

import java.util.List;

/** What is counted of the lists of one service. */
public record Figures(List<Figure> all) {
    public Figures {
        all = List.copyOf(all);
    }
}
