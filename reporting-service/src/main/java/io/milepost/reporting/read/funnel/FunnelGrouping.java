package io.milepost.reporting.read.funnel;

import io.milepost.reporting.read.team.Places;

/** What the funnel's groups are made of. The constant's name is the parameter's value. */
@SuppressWarnings("JavaLangClash")
enum FunnelGrouping {
    stage,
    trueStage,
    owner,
    team,
    region,
    closeMonth;

    /** Deals without a close month: those that are open, and rejected ones, which never were in the race. */
    static final String OPEN = "(open)";

    static final String REJECTED = "(rejected)";

    String key(Entry entry, Places places) {
        return switch (this) {
            case stage -> entry.bucket().stage().name();
            case trueStage -> TrueStages.key(entry.bucket().salesStage().proven());
            case owner -> entry.owner();
            case team -> places.team(entry.owner());
            case region -> places.region(entry.owner());
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
