package io.milepost.leads;

import io.milepost.leads.competitor.Competitor.*;
import io.milepost.leads.kernel.SourceKind;
import io.milepost.leads.segment.Segment;
import io.milepost.leads.segment.Segment.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;

/** For every command of a competitor and a segment a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class MarketSituations {
    static final Segment.Content MILLS = new Segment.Content("Mills", "steel mills", "the press that lasts");
    private static final RecordFact FACT =
            new RecordFact(Subject.MOVE, "opens in Texas", null, SourceKind.WEB, null, null);

    private MarketSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(RecordCompetitor.class, _ -> new Situation(null, competitor()))
                .accepted(
                        RenameCompetitor.class,
                        client -> new Situation(client.create(competitor()), new RenameCompetitor("Rival Group")))
                .accepted(RecordFact.class, client -> new Situation(client.create(competitor()), FACT))
                .accepted(WithdrawFact.class, client -> {
                    var rival = client.create(competitor());
                    client.accept(rival, FACT);
                    return new Situation(rival, new WithdrawFact(1, "a rumour"));
                })
                .refused("COMPETITOR_CODE_TAKEN", client -> {
                    client.create(new RecordCompetitor("RIV-1", "Rival"));
                    return new Situation(null, new RecordCompetitor(" riv-1", "Rival"));
                })
                .accepted(
                        DefineSegment.class,
                        _ -> new Situation(null, new DefineSegment(PlanningSituations.any(), MILLS)))
                .accepted(
                        ReviseSegment.class,
                        client -> new Situation(
                                client.create(new DefineSegment(PlanningSituations.any(), MILLS)),
                                new ReviseSegment(new Segment.Content("Mills", "all mills", "first choice"), "grown")))
                .refused("SEGMENT_CODE_TAKEN", client -> {
                    client.create(new DefineSegment("MILL", MILLS));
                    return new Situation(null, new DefineSegment("mill ", MILLS));
                });
    }

    /** The code of a segment that is defined. */
    static String segment(SuiteClient client) {
        var code = PlanningSituations.any();
        client.create(new DefineSegment(code, MILLS));
        return code;
    }

    /** The code of a competitor that is on record. */
    static String rival(SuiteClient client) {
        var recorded = competitor();
        client.create(recorded);
        return recorded.code();
    }

    private static RecordCompetitor competitor() {
        return new RecordCompetitor(PlanningSituations.any(), "Rival Presses");
    }
}
