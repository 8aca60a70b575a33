package io.milepost.reporting.read.contracts;

import io.milepost.reporting.read.team.Places;

/** What the groups of the contracts report are made of. The constant's name is the parameter's value. */
enum ContractsGrouping {
    owner,
    team,
    region,
    month;

    /** The month of what is not signed. */
    static final String UNSIGNED = "(unsigned)";

    String key(Line line, Places places) {
        return switch (this) {
            case owner -> line.owner();
            case team -> places.team(line.owner());
            case region -> places.region(line.owner());
            case month -> line.signedMonth().equals(Line.NONE) ? UNSIGNED : line.signedMonth();
        };
    }
}
