package io.milepost.reporting.read.handovers;

import io.milepost.reporting.read.team.Places;

/** What the groups of the handovers report are made of. The constant's name is the parameter's value. */
enum HandoversGrouping {
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
