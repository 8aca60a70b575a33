package io.milepost.reporting.read.collections;

import io.milepost.reporting.read.team.Places;

/** What the groups of the collections report are made of. The constant's name is the parameter's value. */
enum CollectionsGrouping {
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
