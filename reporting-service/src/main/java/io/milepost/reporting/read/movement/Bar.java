package io.milepost.reporting.read.movement;

import io.milepost.reporting.read.funnel.Stage;

/** Why the open value of one currency changed. What comes in adds to it, what goes out takes from it. */
enum Bar {
    NEW("new", true),
    INCREASED("increased", true),
    DECREASED("decreased", false),
    REOPENED("reopened", true),
    WON("won", false),
    LOST("lost", false),
    WITHDRAWN("withdrawn", false),
    REJECTED("rejected", false),
    /** Valued in this currency from now on, in another before. */
    CURRENCY_IN("currencyIn", true),
    /** The other half of {@link #CURRENCY_IN}. */
    CURRENCY_OUT("currencyOut", false);

    /** As answers name it. */
    final String label;

    final boolean adds;

    Bar(String label, boolean adds) {
        this.label = label;
        this.adds = adds;
    }

    /** The way out that ends in this stage. */
    static Bar out(Stage end) {
        return switch (end) {
            case WON -> WON;
            case LOST -> LOST;
            case WITHDRAWN -> WITHDRAWN;
            case REJECTED -> REJECTED;
            case IDENTIFIED, QUALIFIED -> throw new IllegalArgumentException("an open deal has not gone out: " + end);
        };
    }
}
