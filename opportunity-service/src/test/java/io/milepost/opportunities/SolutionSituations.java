package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.opportunities.OpportunitySituations.sendAs;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.bid.Bid.*;
import io.milepost.opportunities.configuration.Configuration.ConfigurationKind;
import io.milepost.opportunities.configuration.Configuration.DraftConfiguration;
import io.milepost.opportunities.configuration.Configuration.IssueConfiguration;
import io.milepost.opportunities.configuration.Configuration.Position;
import io.milepost.opportunities.configuration.Configuration.ReviseConfiguration;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.requirement.Requirement.*;
import io.milepost.opportunities.solution.Solution.ApproveDeviation;
import io.milepost.opportunities.solution.Solution.ConfirmSolution;
import io.milepost.opportunities.solution.Solution.DraftSolution;
import io.milepost.opportunities.solution.Solution.EvaluateSolution;
import io.milepost.opportunities.solution.Solution.PlannedProduct;
import io.milepost.opportunities.solution.Solution.RecordDemonstration;
import io.milepost.opportunities.solution.Solution.RequestRevision;
import io.milepost.opportunities.solution.Solution.ReviseSolution;
import io.milepost.opportunities.solution.Solution.SolutionContent;
import io.milepost.opportunities.solution.Solution.SolutionKind;
import io.milepost.opportunities.solution.Solution.SubmitSolution;
import io.milepost.opportunities.solutionpackage.SolutionPackage.PublishPackage;
import io.milepost.opportunities.solutionpackage.SolutionPackage.RetirePackage;
import io.milepost.opportunities.solutionpackage.SolutionPackage.RevisePackage;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requirements, solutions, bills, bids and promotions, made over HTTP as far as they are to be. */
final class SolutionSituations {
    private static final RequirementItem ITEM = new RequirementItem("R1", "below 70 dB", Weight.MUST, List.of());
    private static final DraftRequirement DOCUMENT = new DraftRequirement("two presses", List.of(ITEM), null);
    private static final PublishPackage PACKAGE = new PublishPackage("Press line", "ports", List.of("GTX Pro"));
    private static final EvaluateSolution FEASIBLE =
            new EvaluateSolution(true, "can be done", Money.of("9000.00", "USD"));
    private static final List<Position> POSITIONS =
            List.of(new Position("1", "GTX Pro", null, new BigDecimal("3"), "piece", null));

    private SolutionSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return bids(configurations(solutions(requirements(walk))));
    }

    private static BadInputWalk requirements(BadInputWalk walk) {
        return walk.accepted(OpenRequirement.class, client -> new Situation(null, open(client.create(IDENTIFY))))
                .accepted(
                        RecordOpinion.class,
                        client ->
                                new Situation(opened(client), new RecordOpinion("O-1", "canary Ann", "too loud", null)))
                .accepted(SortOpinion.class, client -> {
                    var requirement = opened(client);
                    client.accept(requirement, new RecordOpinion("O-1", "canary Ann", "too loud", null));
                    return new Situation(
                            requirement, new SortOpinion("O-1", OpinionKind.PAIN_POINT, Weight.MUST, "below 70 dB"));
                })
                .accepted(DraftRequirement.class, client -> new Situation(opened(client), DOCUMENT))
                .accepted(SubmitRequirement.class, client -> new Situation(drafted(client), new SubmitRequirement()))
                .accepted(
                        DecideRequirementReview.class,
                        client -> new Situation(inReview(client), new DecideRequirementReview(true, "complete")))
                .accepted(
                        ConfirmRequirement.class,
                        client -> new Situation(reviewed(client), new ConfirmRequirement("canary Ann", "mail 7", null)))
                .accepted(
                        DisputeRequirement.class,
                        client -> new Situation(reviewed(client), new DisputeRequirement("canary Ann", "60 dB", null)))
                .accepted(BaselineRequirement.class, client -> {
                    var requirement = reviewed(client);
                    client.acceptFrom("desk", requirement, new ConfirmRequirement("canary Ann", "mail 7", null));
                    return new Situation(requirement, new BaselineRequirement());
                })
                .refused(
                        "REQUIREMENT_NOT_CONFIRMED",
                        client -> new Situation(reviewed(client), new BaselineRequirement()))
                .refused("REQUIREMENT_OF_DEAL_EXISTS", client -> {
                    var deal = client.create(IDENTIFY);
                    client.create(open(deal));
                    return new Situation(null, open(deal));
                });
    }

    private static BadInputWalk solutions(BadInputWalk walk) {
        return walk.accepted(PublishPackage.class, client -> new Situation(null, PACKAGE))
                .accepted(
                        RevisePackage.class,
                        client -> new Situation(
                                client.create(PACKAGE),
                                new RevisePackage("Press line", "ports", List.of("GTX Pro", "Training"))))
                .accepted(
                        RetirePackage.class,
                        client -> new Situation(client.create(PACKAGE), new RetirePackage("replaced")))
                .accepted(
                        DraftSolution.class,
                        client -> new Situation(
                                null,
                                new DraftSolution(client.create(IDENTIFY), "kim", sketch(client.create(PACKAGE)))))
                .accepted(
                        ReviseSolution.class,
                        client -> new Situation(sketched(client), new ReviseSolution(sketch(null))))
                .accepted(EvaluateSolution.class, client -> new Situation(sketched(client), FEASIBLE))
                .accepted(
                        ApproveDeviation.class,
                        client -> new Situation(
                                sketched(client, client.create(IDENTIFY), null), new ApproveDeviation("a reference")))
                .accepted(SubmitSolution.class, client -> {
                    var solution = sketched(client);
                    client.accept(solution, FEASIBLE);
                    return new Situation(solution, new SubmitSolution());
                })
                .accepted(
                        RecordDemonstration.class,
                        client -> new Situation(
                                submitted(client, client.create(IDENTIFY)),
                                new RecordDemonstration("liked it", "minutes 3", null)))
                .accepted(
                        ConfirmSolution.class,
                        client -> new Situation(
                                submitted(client, client.create(IDENTIFY)),
                                new ConfirmSolution("canary Ann", "mail 7", null)))
                .accepted(
                        RequestRevision.class,
                        client -> new Situation(
                                submitted(client, client.create(IDENTIFY)),
                                new RequestRevision("canary Ann", "smaller", null)))
                .refused("SOLUTION_NOT_EVALUATED", client -> new Situation(sketched(client), new SubmitSolution()));
    }

    private static BadInputWalk configurations(BadInputWalk walk) {
        return walk.accepted(DraftConfiguration.class, client -> {
                    var deal = client.create(IDENTIFY);
                    return new Situation(null, bill(deal, submitted(client, deal)));
                })
                .accepted(
                        ReviseConfiguration.class,
                        client -> new Situation(
                                confirmedBill(client),
                                new ReviseConfiguration(List.of(
                                        new Position("1", "GTX Pro", null, new BigDecimal("4"), "piece", null)))))
                .accepted(
                        IssueConfiguration.class,
                        client -> new Situation(confirmedBill(client), new IssueConfiguration()))
                .refused("SOLUTION_NOT_CONFIRMED", client -> {
                    var deal = client.create(IDENTIFY);
                    return new Situation(client.create(bill(deal, submitted(client, deal))), new IssueConfiguration());
                });
    }

    private static BadInputWalk bids(BadInputWalk walk) {
        return walk.accepted(AssembleBid.class, client -> new Situation(null, bid(client)))
                .accepted(ReassembleBid.class, client -> {
                    var bid = bid(client);
                    var parts = bid.parts();
                    return new Situation(
                            client.create(bid),
                            new ReassembleBid(new BidParts(
                                    parts.solutionId(), parts.quotationId(), "in one step", "report 5", null, null)));
                })
                .accepted(
                        ConfirmDelivery.class,
                        client -> new Situation(client.create(bid(client)), new ConfirmDelivery()))
                .accepted(SubmitBid.class, client -> new Situation(client.create(bid(client)), new SubmitBid()))
                .accepted(
                        RecordShortlisting.class,
                        client -> new Situation(handedIn(client), new RecordShortlisting("letter 1", null)))
                .accepted(
                        RecordAward.class, client -> new Situation(handedIn(client), new RecordAward("letter 2", null)))
                .accepted(
                        RecordBidLost.class,
                        client -> new Situation(handedIn(client), new RecordBidLost("price", null)))
                .refused(
                        "BID_NOT_SUBMITTED",
                        client -> new Situation(client.create(bid(client)), new RecordAward("letter 2", null)));
    }

    static UUID requirementOf(SuiteClient client, String owner) {
        return client.create(new OpenRequirement(client.create(IDENTIFY), owner, "Presses"));
    }

    static UUID solutionOf(SuiteClient client, String owner) {
        return client.create(new DraftSolution(client.create(IDENTIFY), owner, sketch(client.create(PACKAGE))));
    }

    static UUID forecastOf(SuiteClient client, String owner) {
        var position = new Position("1", "GTX Pro", null, new BigDecimal("3"), "piece", far());
        return client.create(new DraftConfiguration(
                client.create(IDENTIFY), owner, ConfigurationKind.DEMAND_FORECAST, null, List.of(position)));
    }

    static UUID bidOf(SuiteClient client, String owner) {
        var bid = bid(client);
        return client.create(new AssembleBid(bid.opportunityId(), owner, bid.tender(), bid.dueOn(), bid.parts()));
    }

    private static OpenRequirement open(UUID deal) {
        return new OpenRequirement(deal, "kim", "Presses");
    }

    private static UUID opened(SuiteClient client) {
        return client.create(open(client.create(IDENTIFY)));
    }

    private static UUID drafted(SuiteClient client) {
        var requirement = opened(client);
        client.accept(requirement, DOCUMENT);
        return requirement;
    }

    /** Somebody else than the usual caller has submitted it. */
    private static UUID inReview(SuiteClient client) {
        var requirement = drafted(client);
        sendAs("author", SALES_REP, client, requirement, new SubmitRequirement());
        return requirement;
    }

    private static UUID reviewed(SuiteClient client) {
        var requirement = inReview(client);
        client.accept(requirement, new DecideRequirementReview(true, "complete"));
        return requirement;
    }

    private static SolutionContent sketch(@Nullable UUID known) {
        return new SolutionContent(
                SolutionKind.PRELIMINARY,
                "a sketch",
                List.of(new PlannedProduct("GTX Pro", List.of("presses"))),
                null,
                known);
    }

    private static UUID sketched(SuiteClient client) {
        return sketched(client, client.create(IDENTIFY), client.create(PACKAGE));
    }

    /** Written by somebody else than the usual caller. */
    private static UUID sketched(SuiteClient client, UUID deal, @Nullable UUID known) {
        var token = client.issuer().tokenFor("author", SALES_REP);
        var draft = new DraftSolution(deal, "kim", sketch(known));
        return UUID.fromString(client.send(null, draft, Map.of("Authorization", "Bearer " + token))
                .json()
                .path("id")
                .asString());
    }

    private static UUID submitted(SuiteClient client, UUID deal) {
        var solution = sketched(client, deal, client.create(PACKAGE));
        client.accept(solution, FEASIBLE);
        client.accept(solution, new SubmitSolution());
        return solution;
    }

    private static DraftConfiguration bill(UUID deal, UUID solution) {
        return new DraftConfiguration(deal, "kim", ConfigurationKind.SALES_BILL_OF_MATERIALS, solution, POSITIONS);
    }

    private static UUID confirmedBill(SuiteClient client) {
        var deal = client.create(IDENTIFY);
        var solution = submitted(client, deal);
        client.accept(solution, new ConfirmSolution("canary Ann", "mail 7", null));
        return client.create(bill(deal, solution));
    }

    private static AssembleBid bid(SuiteClient client) {
        var deal = client.create(IDENTIFY);
        var quotation = client.create(quote(client, deal, far()));
        client.accept(quotation, new IssueQuotation());
        return new AssembleBid(
                deal,
                "kim",
                "T-7",
                far(),
                new BidParts(submitted(client, deal), quotation, "in two steps", null, null, null));
    }

    private static UUID handedIn(SuiteClient client) {
        var bid = client.create(bid(client));
        client.accept(bid, new SubmitBid());
        return bid;
    }
}
