package io.milepost.delivery.kernel;

import io.milepost.platform.decision.Occasion;
import java.util.List;

/** Who works in a project, by their codes, as its closing is told when it decides. */
public record Team(List<String> members) {
    public Team {
        members = List.copyOf(members);
    }

    public static Team of(Occasion occasion) {
        return occasion.read(Team.class).orElseGet(() -> new Team(List.of()));
    }
}
