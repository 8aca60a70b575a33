package io.milepost.reporting.read.stages;

import io.milepost.reporting.read.team.Places;

/** What the groups of the stages report are made of. The constant's name is the parameter's value. */
enum StagesGrouping {
    owner,
    team,
    region;

    String key(String seller, Places places) {
        return switch (this) {
            case owner -> seller;
            case team -> places.team(seller);
            case region -> places.region(seller);
        };
    }
}
