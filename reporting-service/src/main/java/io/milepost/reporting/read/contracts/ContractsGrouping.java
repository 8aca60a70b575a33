package io.milepost.reporting.read.contracts;

import io.milepost.reporting.read.Grouping;
import io.milepost.reporting.read.team.Placement;
import java.util.Map;

/** What the groups of the contracts report are made of. The constant's name is the parameter's value. */
enum ContractsGrouping {
    owner,
    team,
    region,
    month;

    /** The month of what is not signed. */
    static final String UNSIGNED = "(unsigned)";

    String key(Line line, Map<String, Placement> places) {
        return switch (this) {
            case owner -> line.owner();
            case team -> Grouping.team(line.owner(), places);
            case region -> Grouping.region(line.owner(), places);
            case month -> line.signedMonth().equals(Line.NONE) ? UNSIGNED : line.signedMonth();
        };
    }
}
