package io.milepost.leads.campaign;

import java.util.List;

/** What a sales site needs before it opens. Nothing opens without a time and a place; the rest can be waived. */
public enum ReadinessItem {
    STAND,
    SHOW_UNIT,
    MATERIALS,
    TIME_AND_PLACE,
    STAFF;

    static final List<ReadinessItem> WAIVABLE = List.of(STAND, SHOW_UNIT, MATERIALS, STAFF);
}
