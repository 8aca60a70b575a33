package io.milepost.reporting.read.milestones;

import io.milepost.reporting.read.team.Places;

/** What the groups of the milestones report are made of. The constant's name is the parameter's value. */
enum MilestonesGrouping {
    owner,
    team,
    region,
    milestone;

    String key(Line line, Places places) {
        return switch (this) {
            case owner -> line.owner();
            case team -> places.team(line.owner());
            case region -> places.region(line.owner());
            case milestone -> line.code();
        };
    }
}
