package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.LIST;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.lost;
import static io.milepost.opportunities.OpportunitySituations.quote;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.RejectOpportunity;
import io.milepost.opportunities.opportunity.ClosingCommand.ReopenOpportunity;
import io.milepost.opportunities.opportunity.Opportunity.QualifyOpportunity;
import io.milepost.opportunities.opportunity.ParticularCommand.*;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import java.util.List;
import java.util.UUID;

/** What is known of deals besides their stage, said over HTTP. */
final class ParticularSituations {

    private ParticularSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(
                        ChangeOwner.class,
                        client -> new Situation(client.create(IDENTIFY), new ChangeOwner("lee", "new region")))
                .accepted(
                        AssignAccount.class,
                        client -> new Situation(client.create(IDENTIFY), new AssignAccount(UUID.randomUUID())))
                .accepted(
                        ChangeProduct.class,
                        client -> new Situation(client.create(IDENTIFY), new ChangeProduct("GTX Basic")))
                .accepted(
                        ReviseNeed.class,
                        client -> new Situation(client.create(IDENTIFY), new ReviseNeed("three canary presses")))
                .accepted(ExpectClose.class, client -> new Situation(client.create(IDENTIFY), new ExpectClose(far())))
                .accepted(StateBudget.class, client -> new Situation(client.create(IDENTIFY), new StateBudget(LIST)))
                .accepted(
                        NoteCompetitor.class,
                        client -> new Situation(
                                client.create(IDENTIFY), new NoteCompetitor(UUID.randomUUID(), "cheaper")))
                .accepted(DropCompetitor.class, client -> {
                    var opportunity = client.create(IDENTIFY);
                    client.accept(opportunity, new NoteCompetitor(opportunity, "cheaper"));
                    return new Situation(opportunity, new DropCompetitor(opportunity, "withdrew"));
                })
                .accepted(
                        RecordSession.class,
                        client -> new Situation(
                                client.create(IDENTIFY),
                                new RecordSession(
                                        SessionKind.DEMONSTRATION,
                                        null,
                                        "canary Ann",
                                        List.of("kim"),
                                        List.of("GTX Pro"),
                                        "liked it",
                                        "minutes 3")))
                .accepted(
                        PutOnHold.class,
                        client -> new Situation(client.create(IDENTIFY), new PutOnHold("no budget yet", far())))
                .accepted(ResumeOpportunity.class, client -> {
                    var opportunity = client.create(IDENTIFY);
                    client.accept(opportunity, new PutOnHold("no budget yet", null));
                    return new Situation(opportunity, new ResumeOpportunity("budget is there"));
                })
                .accepted(
                        RejectOpportunity.class,
                        client -> new Situation(
                                client.create(IDENTIFY),
                                new RejectOpportunity("no budget", "ask earlier", EndCause.BUDGET)))
                .refused("OPPORTUNITY_ON_HOLD", client -> {
                    var opportunity = client.create(IDENTIFY);
                    var offer = client.create(quote(client, opportunity, far()));
                    client.accept(opportunity, new PutOnHold("no budget yet", null));
                    return new Situation(offer, new IssueQuotation());
                })
                .refused("OPPORTUNITY_ALREADY_QUALIFIED", client -> {
                    var opportunity = client.create(IDENTIFY);
                    client.accept(opportunity, new QualifyOpportunity(null));
                    return new Situation(opportunity, new RejectOpportunity("too late", null, null));
                })
                .accepted(
                        ReopenOpportunity.class,
                        client -> new Situation(lost(client), new ReopenOpportunity("the customer is back")))
                .refused(
                        "OPPORTUNITY_NOT_ENDED",
                        client -> new Situation(client.create(IDENTIFY), new ReopenOpportunity("x")));
    }
}
