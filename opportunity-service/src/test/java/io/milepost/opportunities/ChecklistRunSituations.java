package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.sendAs;
import static io.milepost.opportunities.SalesProjectSituations.checked;
import static io.milepost.opportunities.SalesProjectSituations.proposed;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.checklistrun.ChecklistRun.*;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Checklists of sales projects, gone through over HTTP. */
final class ChecklistRunSituations {

    private ChecklistRunSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(
                        StartChecklist.class,
                        client -> new Situation(
                                null, new StartChecklist(checked(client, "kim"), ChecklistKind.KEY_ACTIVITIES)))
                .accepted(
                        TickItem.class,
                        client -> new Situation(run(client, "kim"), new TickItem("O1", "read by Lee and Sam")))
                .accepted(RaiseFinding.class, client -> new Situation(run(client, "kim"), finding()))
                .accepted(
                        CorrectFinding.class,
                        client -> new Situation(
                                failing(client), new CorrectFinding("O1", "read again", "mail of Friday")))
                .accepted(VerifyCorrection.class, client -> {
                    var run = failing(client);
                    sendAs("author", SALES_REP, client, run, new CorrectFinding("O1", "read again", "mail of Friday"));
                    return new Situation(run, new VerifyCorrection("O1", true, "as it should be"));
                })
                .accepted(CompleteChecklist.class, client -> {
                    var run = run(client, "kim");
                    client.accept(run, new TickItem("O1", "read by Lee and Sam"));
                    client.accept(run, new TickItem("O2", "the notes"));
                    return new Situation(run, new CompleteChecklist());
                })
                .refused(
                        "CHECKLIST_UNSAID",
                        client -> new Situation(null, new StartChecklist(proposed(client), ChecklistKind.OPERATION)))
                .refused("ITEMS_PENDING", client -> new Situation(run(client, "kim"), new CompleteChecklist()));
    }

    /** Begun for a project of this owner. */
    static UUID run(SuiteClient client, String owner) {
        return client.create(new StartChecklist(checked(client, owner), ChecklistKind.OPERATION));
    }

    private static UUID failing(SuiteClient client) {
        var run = run(client, "kim");
        client.accept(run, finding());
        return run;
    }

    private static RaiseFinding finding() {
        return new RaiseFinding(
                "O1", "one reader only", "kim", LocalDate.now(ZoneOffset.UTC).plusDays(7));
    }
}
