package io.milepost.reporting.read.funnel;

import io.milepost.reporting.read.Grouping;
import io.milepost.reporting.read.team.Placement;
import java.util.Map;

/** What the funnel's groups are made of. The constant's name is the parameter's value. */
@SuppressWarnings("JavaLangClash")
enum FunnelGrouping {
    stage,
    owner,
    team,
    region,
    closeMonth;

    /** Deals without a close month: those that are open, and rejected ones, which never were in the race. */
    static final String OPEN = "(open)";

    static final String REJECTED = "(rejected)";

    String key(Entry entry, Map<String, Placement> places) {
        return switch (this) {
            case stage -> entry.bucket().stage().name();
            case owner -> entry.owner();
            case team -> Grouping.team(entry.owner(), places);
            case region -> Grouping.region(entry.owner(), places);
            case closeMonth -> month(entry.bucket());
        };
    }

    private static String month(Bucket bucket) {
        if (bucket.closeMonth() != null) {
            return bucket.closeMonth();
        }
        return bucket.stage() == Stage.REJECTED ? REJECTED : OPEN;
    }
}
