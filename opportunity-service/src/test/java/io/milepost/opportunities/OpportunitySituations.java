package io.milepost.opportunities;

import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityEvent.PlannedMilestone;
import io.milepost.opportunities.pricelist.PriceList.PriceItem;
import io.milepost.opportunities.pricelist.PriceList.PublishPriceList;
import io.milepost.opportunities.pricelist.PriceList.RevisePriceList;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.opportunities.quotation.Proposal.PaymentTerm;
import io.milepost.opportunities.quotation.Proposal.PaymentTrigger;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.DecideDiscount;
import io.milepost.opportunities.quotation.Quotation.DraftQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.quotation.Quotation.RejectQuotation;
import io.milepost.opportunities.quotation.Quotation.RequestDiscountApproval;
import io.milepost.opportunities.quotation.Quotation.ReviseQuotation;
import io.milepost.opportunities.quotation.Quotation.SupersedeQuotation;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** For every command of this service a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class OpportunitySituations {
    static final Money LIST = Money.of("4821.00", "USD");
    static final IdentifyOpportunity IDENTIFY = new IdentifyOpportunity(
            "Presses", null, "kim", "GTX Pro", "two canary presses", LIST, null, null, "standard", null, null);

    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final PriceItem PRO = new PriceItem("GTX Pro", "GTX Pro", LIST, List.of("GTXPro"));
    static final PublishPriceList PUBLISH = new PublishPriceList("Standard", MAY, List.of(PRO), null);

    private OpportunitySituations() {}

    /** As late as an offer can be valid, with a year to spare. */
    static LocalDate far() {
        return LocalDate.now(Clock.systemUTC()).plusYears(4);
    }

    static BadInputWalk in(BadInputWalk walk) {
        return SalesProcessSituations.in(ProjectBudgetSituations.in(SalesProjectSituations.in(PromotionSituations.in(
                        ParticularSituations.in(SolutionSituations.in(DocumentSituations.in(walk)))))))
                .accepted(PublishPriceList.class, client -> new Situation(null, PUBLISH))
                .accepted(
                        RevisePriceList.class,
                        client -> new Situation(
                                client.create(PUBLISH), new RevisePriceList(MAY.plusDays(1), List.of(PRO), null)))
                .accepted(IdentifyOpportunity.class, client -> new Situation(null, IDENTIFY))
                .accepted(
                        QualifyOpportunity.class,
                        client -> new Situation(client.create(IDENTIFY), new QualifyOpportunity("budget seen")))
                .accepted(
                        UpdateValue.class,
                        client -> new Situation(client.create(IDENTIFY), new UpdateValue(Money.of("1.00", "USD"))))
                .accepted(
                        CloseAsLost.class,
                        client -> new Situation(
                                client.create(IDENTIFY), new CloseAsLost("price", "ask earlier", null, EndCause.PRICE)))
                .accepted(
                        Withdraw.class,
                        client -> new Situation(
                                client.create(IDENTIFY),
                                new Withdraw("no capacity", null, "ask earlier", EndCause.CAPACITY)))
                .accepted(
                        ReachMilestone.class,
                        client -> new Situation(
                                client.create(IDENTIFY), new ReachMilestone("CONTACT_NAMED", "file 7", MAY)))
                .accepted(
                        MeetCriterion.class,
                        client ->
                                new Situation(client.create(IDENTIFY), new MeetCriterion("NEED_NOTED", "note 4", null)))
                .accepted(
                        RecordCommitment.class,
                        client -> new Situation(
                                client.create(IDENTIFY), new RecordCommitment("canary Ann", "a visit", MAY, null)))
                .accepted(
                        PlanMilestones.class,
                        client -> new Situation(
                                client.create(IDENTIFY),
                                new PlanMilestones(List.of(new PlannedMilestone(1, "CONTACT_NAMED", far())))))
                .refused(
                        "LESSONS_MISSING",
                        client -> new Situation(
                                client.create(IDENTIFY), new CloseAsLost("price", null, null, EndCause.PRICE)))
                .accepted(AdvanceStage.class, client -> new Situation(inSecondStage(client, false), new AdvanceStage()))
                .accepted(
                        RegressStage.class,
                        client -> new Situation(inSecondStage(client, true), new RegressStage(1, "no need after all")))
                .accepted(
                        DraftQuotation.class,
                        client -> new Situation(null, quote(client, client.create(IDENTIFY), far())))
                .accepted(ReviseQuotation.class, client -> new Situation(issued(client), revision("10")))
                .accepted(
                        RequestDiscountApproval.class,
                        client -> new Situation(beyondAuthority(client), new RequestDiscountApproval("a reference")))
                .accepted(
                        DecideDiscount.class,
                        client -> new Situation(pending(client), new DecideDiscount(true, "go", null, null)))
                .accepted(SupersedeQuotation.class, client -> {
                    var opportunity = client.create(IDENTIFY);
                    var quotation = client.create(quote(client, opportunity, far()));
                    client.accept(quotation, new IssueQuotation());
                    var successor = client.create(quote(client, opportunity, far()));
                    client.accept(successor, new IssueQuotation());
                    return new Situation(quotation, new SupersedeQuotation(successor, opportunity));
                })
                .accepted(
                        IssueQuotation.class,
                        client -> new Situation(
                                client.create(quote(client, client.create(IDENTIFY), far())), new IssueQuotation()))
                .accepted(
                        RecordNegotiationRound.class,
                        client -> new Situation(
                                issued(client),
                                new RecordNegotiationRound(
                                        NegotiationTopic.PRICE, "4000", "3900", "3950", null, null, null)))
                .accepted(AcceptQuotation.class, client -> new Situation(issued(client), new AcceptQuotation(null)))
                .accepted(
                        RejectQuotation.class, client -> new Situation(issued(client), new RejectQuotation("too late")))
                .refused("OPPORTUNITY_ENDED", client -> new Situation(null, quote(client, lost(client), far())))
                .refused("OPPORTUNITY_UNKNOWN", client -> new Situation(null, quote(client, UUID.randomUUID(), far())))
                .refused(
                        "QUOTATION_NOT_ISSUED",
                        client -> new Situation(
                                client.create(quote(client, client.create(IDENTIFY), far())),
                                new AcceptQuotation(null)))
                .refused(
                        "DISCOUNT_NEEDS_APPROVAL",
                        client -> new Situation(beyondAuthority(client), new IssueQuotation()))
                .refused(
                        "ACCEPTED_BEFORE_ISSUED",
                        client -> new Situation(issued(client), new AcceptQuotation(LocalDate.parse("2020-01-01"))))
                .refused("AMOUNT_TOO_LARGE", client -> {
                    var line = new OfferedLine(
                            "GTX Pro", null, new BigDecimal("4930123456789"), Money.of("1299.00", "USD"), null);
                    return new Situation(issued(client), revision(line));
                })
                .refused(
                        "CURRENCY_CHANGED",
                        client -> new Situation(client.create(IDENTIFY), new UpdateValue(Money.of("1.00", "EUR"))))
                .refused(
                        "CLOSED_BEFORE_IDENTIFIED",
                        client -> new Situation(
                                client.create(IDENTIFY),
                                new Withdraw("x", LocalDate.EPOCH, "ask earlier", EndCause.CAPACITY)))
                .refused(
                        "PROOF_TOO_EARLY",
                        client -> new Situation(
                                client.create(IDENTIFY), new ReachMilestone("CONTACT_NAMED", null, LocalDate.EPOCH)))
                .refused(
                        "DAY_IMPLAUSIBLE",
                        client -> new Situation(
                                null,
                                new PublishPriceList("Standard", LocalDate.parse("2199-12-31"), List.of(PRO), null)))
                .refused(
                        "VERSION_NOT_LATER",
                        client -> new Situation(client.create(PUBLISH), new RevisePriceList(MAY, List.of(), null)))
                .refused(
                        "REASON_MISSING",
                        client -> new Situation(
                                client.create(IDENTIFY), new RejectOpportunity(" ", "ask earlier", EndCause.BUDGET)));
    }

    /** Whose first stage is a success, and which was moved on or may be. */
    private static UUID inSecondStage(SuiteClient client, boolean moved) {
        var opportunity = client.create(IDENTIFY);
        for (var milestone : List.of("ACCOUNT_FILE_OPENED", "CONTACT_NAMED", "FIRST_CALL_LOGGED")) {
            client.accept(opportunity, new ReachMilestone(milestone, null, null));
        }
        for (var criterion : List.of("NEED_NOTED", "PROFILE_FILLED", "OWNER_ASSIGNED")) {
            client.accept(opportunity, new MeetCriterion(criterion, null, null));
        }
        client.accept(opportunity, new RecordCommitment("Ann", "a visit", null, null));
        if (moved) {
            client.accept(opportunity, new AdvanceStage());
        }
        return opportunity;
    }

    /** Of a deal that is open. */
    static UUID issued(SuiteClient client) {
        var quotation = client.create(quote(client, client.create(IDENTIFY), far()));
        client.accept(quotation, new IssueQuotation());
        return quotation;
    }

    static UUID lost(SuiteClient client) {
        var opportunity = client.create(IDENTIFY);
        client.accept(opportunity, new CloseAsLost("price", "ask earlier", null, EndCause.PRICE));
        return opportunity;
    }

    private static UUID beyondAuthority(SuiteClient client) {
        var quotation = client.create(quote(client, client.create(IDENTIFY), far()));
        client.accept(quotation, revision("40"));
        return quotation;
    }

    /** Somebody else than the usual caller has asked. */
    static UUID pending(SuiteClient client) {
        var quotation = beyondAuthority(client);
        sendAs("author", SALES_REP, client, quotation, new RequestDiscountApproval("a reference"));
        return quotation;
    }

    /** Sends a command as somebody else than the usual caller; anything but 200 fails. */
    static void sendAs(String subject, Role role, SuiteClient client, UUID id, Record command) {
        var token = SuiteParts.shared().issuer().tokenFor(subject, role);
        var answer = client.send(id, command, Map.of("Authorization", "Bearer " + token));
        if (answer.status() != 200) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
    }

    private static ReviseQuotation revision(String discount) {
        return revision(new OfferedLine("GTX Pro", null, new BigDecimal("3"), LIST, new BigDecimal(discount)));
    }

    private static ReviseQuotation revision(OfferedLine line) {
        return new ReviseQuotation(null, List.of(line), far(), "transfer", null, null, null, null, null);
    }

    /** At the prices of a list of its own. */
    static DraftQuotation quote(SuiteClient client, UUID opportunity, LocalDate validUntil) {
        return new DraftQuotation(
                opportunity,
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_000aL),
                "kim",
                client.create(PUBLISH),
                List.of(new OfferedLine("GTX Pro", null, new BigDecimal("3"), LIST, new BigDecimal("12.5"))),
                validUntil,
                "transfer",
                far(),
                "ISO 9001",
                "three presses",
                "90 days",
                List.of(new PaymentTerm("all", new BigDecimal("100"), PaymentTrigger.ACCEPTANCE, null, null, 14)),
                null);
    }

    /** The same product at this price, without a discount that is called so. */
    static DraftQuotation atPriceOf(UUID list, DraftQuotation quote, String price) {
        var line = new OfferedLine("gtxpro", null, BigDecimal.ONE, Money.of(price, "USD"), null);
        return new DraftQuotation(
                quote.opportunityId(),
                quote.accountId(),
                quote.owner(),
                list,
                List.of(line),
                quote.validUntil(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same offer in the place of another. */
    static DraftQuotation replacing(UUID replaced, DraftQuotation quote) {
        return new DraftQuotation(
                quote.opportunityId(),
                quote.accountId(),
                quote.owner(),
                quote.priceListId(),
                quote.lines(),
                quote.validUntil(),
                quote.paymentMethod(),
                quote.deliveryDeadline(),
                quote.qualityStandard(),
                quote.scope(),
                quote.duration(),
                quote.payments(),
                replaced);
    }
}
