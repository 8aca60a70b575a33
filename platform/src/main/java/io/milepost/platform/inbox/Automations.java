package io.milepost.platform.inbox;

import java.util.HashSet;
import java.util.List;

/** All automations of one service, each under a name of its own. */
public record Automations(List<Automation<?>> all) {
    public Automations {
        all = List.copyOf(all);
        var names = new HashSet<String>();
        all.forEach(automation -> {
            if (!names.add(automation.name())) {
                throw new IllegalArgumentException("two automations are named " + automation.name());
            }
        });
    }
}
