package io.milepost.platform.timer;

import java.util.List;

/** All that the entities of one service wait for. */
public record Dues(List<Due<?>> all) {
    public Dues {
        all = List.copyOf(all);
    }
}
