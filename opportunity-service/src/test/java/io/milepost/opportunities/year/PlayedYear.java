package io.milepost.opportunities.year;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.projectbudget.ProjectBudgetCatalogue.PROJECT_BUDGET;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRING;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION_EXPIRY;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK_REVIEW_MISSED;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.KICKOFF_MISSED;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_DUE;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.REPORT_MISSED;
import static io.milepost.opportunities.weeklyreporting.WeeklyReportingCatalogue.WEEKLY_REPORTING;

import io.milepost.opportunities.automation.*;
import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.*;
import io.milepost.opportunities.opportunity.Opportunity.*;
import io.milepost.opportunities.opportunity.OpportunityView;
import io.milepost.opportunities.opportunity.ParticularCommand.PutOnHold;
import io.milepost.opportunities.opportunity.ParticularCommand.ResumeOpportunity;
import io.milepost.opportunities.pricelist.PriceList.PriceItem;
import io.milepost.opportunities.pricelist.PriceList.PublishPriceList;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Proposal.OfferedLine;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A time in which sellers, managers and customers do whatever comes to their mind with their deals: as a rule a year and 200 of them. */
final class PlayedYear {
    static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    static final int DEALS = 200;
    static final List<Catalogue<?, ?, ?>> CATALOGUES =
            List.of(OPPORTUNITY, SALES_PROJECT, QUOTATION, PRICE_LIST, PROJECT_BUDGET, RISK, WEEKLY_REPORTING);
    static final String OWNER = "kim";
    private static final Money PRICE = Money.of("4821.00", "USD");
    private static final UUID LIST = new UUID(7, 7);

    private final Random random;
    private final Span span;
    private final Map<UUID, UUID> offers = new HashMap<>();
    private final Map<UUID, LocalDate> found = new TreeMap<>();
    private final PlayedProjects projects;
    final Played service;

    /** How often what was refused, so that nobody thinks nothing ever was. */
    final Map<String, Integer> refused = new TreeMap<>();

    /**
     * How long and how much is played.
     *
     * @param strategicIn one deal in so many is strategic
     * @param acts of each deal on a day on which it has any
     */
    record Span(LocalDate from, int days, int deals, int strategicIn, int acts) {}

    /** The year in memory. */
    PlayedYear(long seed) {
        this(inMemory(NEW_YEAR), seed, new Span(NEW_YEAR, 365, DEALS, 4, 1));
    }

    PlayedYear(Played service, long seed, Span span) {
        this.random = new Random(seed);
        this.service = service;
        this.span = span;
        this.projects = new PlayedProjects(service, random, this::send);
        send(
                LIST,
                new PublishPriceList(
                        "Standard",
                        span.from(),
                        List.of(new PriceItem("GTX", "GTX", PRICE, List.of(), null, null)),
                        null));
        for (int deal = 0; deal < span.deals(); deal++) {
            found.put(new UUID(1, deal), span.from().plusDays(random.nextInt(span.days() * 250 / 365)));
        }
    }

    static Played inMemory(LocalDate from) {
        return new PlayedService(
                from,
                CATALOGUES,
                List.of(
                        WhenContractSignedThenWinOpportunity.AUTOMATION,
                        WhenOpportunityQualifiedThenProposeSalesProject.AUTOMATION,
                        WhenAtiApprovedThenAuthorizeOpportunity.AUTOMATION,
                        WhenAtiRejectedThenWithdrawOpportunity.AUTOMATION,
                        WhenSalesProjectTerminatedThenWithdrawOpportunity.AUTOMATION,
                        WhenOpportunityEndsThenCloseSalesProject.WON,
                        WhenOpportunityEndsThenCloseSalesProject.LOST,
                        WhenOpportunityEndsThenCloseSalesProject.WITHDRAWN,
                        WhenOpportunityReopenedThenReopenSalesProject.AUTOMATION,
                        WhenKickoffCompletedThenBeginWeeklyReporting.AUTOMATION,
                        WhenSalesProjectEndsThenEndWeeklyReporting.TERMINATED,
                        WhenSalesProjectEndsThenEndWeeklyReporting.CLOSING,
                        WhenSalesProjectReopenedThenResumeWeeklyReporting.AUTOMATION,
                        WhenQuotationAcceptedThenAgreeTerms.AUTOMATION,
                        WhenQuotationIssuedThenSupersedeQuotation.AUTOMATION,
                        WhenQuotationSupersededThenLapseTerms.AUTOMATION,
                        WhenFactArrivesThenReachMilestone.NEGOTIATION_ROUND,
                        WhenFactArrivesThenReachMilestone.SENT_FOR_SIGNATURE),
                List.of(
                        QUOTATION_EXPIRY,
                        QUOTATION_EXPIRING,
                        REPORT_DUE,
                        REPORT_MISSED,
                        RISK_REVIEW_MISSED,
                        KICKOFF_MISSED),
                Map.of(
                        NeededDocument.class,
                        project -> new NeededDocument("project-charter", "C-1", project, 1, "ann")));
    }

    PlayedYear play() {
        for (var day = span.from(); day.isBefore(span.from().plusDays(span.days())); day = day.plusDays(1)) {
            service.begin(day);
            for (var deal : found.entrySet()) {
                if (deal.getValue().equals(day)) {
                    var process = random.nextInt(span.strategicIn()) == 0 ? "strategic" : "standard";
                    send(
                            deal.getKey(),
                            new IdentifyOpportunity(
                                    "Presses", null, OWNER, "GTX", null, PRICE, null, null, process, null, null));
                } else if (deal.getValue().isBefore(day) && random.nextInt(3) > 0) {
                    for (int act = 0; act < span.acts(); act++) {
                        act(deal.getKey());
                    }
                }
            }
        }
        return this;
    }

    private void act(UUID deal) {
        var view = view(deal);
        if (List.of("REJECTED", "LOST", "WITHDRAWN", "WON").contains(view.status())) {
            afterTheEnd(deal);
            return;
        }
        switch (random.nextInt(20)) {
            case 0 -> wildly(deal);
            case 1, 2, 3 -> offer(deal);
            case 4, 5, 6, 7 -> projects.act(deal);
            case 8 -> {
                if (random.nextInt(3) == 0) {
                    end(deal);
                }
            }
            default -> rightly(deal, view);
        }
    }

    /** Most of it is refused. */
    private void afterTheEnd(UUID deal) {
        if (random.nextInt(40) == 0) {
            send(deal, new ReopenOpportunity("the customer is back " + random.nextInt(9)));
        } else if (random.nextInt(10) == 0) {
            wildly(deal);
        }
    }

    private void end(UUID deal) {
        var lessons = "ask earlier";
        send(
                deal,
                switch (random.nextInt(4)) {
                    case 0 -> new Withdraw("no people", null, lessons, EndCause.CAPACITY);
                    case 1 -> new RejectOpportunity("no budget", lessons, EndCause.BUDGET);
                    case 2 -> new CloseAsLost("price", null, null, EndCause.PRICE);
                    default -> new CloseAsLost("price", lessons, null, EndCause.PRICE);
                });
    }

    private void wildly(UUID deal) {
        send(
                deal,
                switch (random.nextInt(9)) {
                    case 0 -> new AdvanceStage();
                    case 1 -> new RegressStage(1 + random.nextInt(8), "a new director");
                    case 2 -> new MeetCriterion("OWNER_ASSIGNED", null, null);
                    case 3 -> new UpdateValue(Money.ofMinor(random.nextInt(9_000_000), PRICE.currency()));
                    case 4 -> new PutOnHold("no budget yet", null);
                    case 5 -> new QualifyOpportunity(null);
                    case 6 -> new ReachMilestone("REVIEWED_CONTRACT_SENT", null, null);
                    case 7 -> new CloseAsLost("price", "ask earlier", null, EndCause.PRICE);
                    default -> new RecordCommitment("Ann", "a visit", null, null);
                });
    }

    /** What the view says is to be done next. */
    private void rightly(UUID deal, OpportunityView view) {
        if (view.status().equals("ON_HOLD")) {
            send(deal, new ResumeOpportunity("it goes on"));
            return;
        }
        var next = view.progress().next();
        if (next == null) {
            send(deal, new AdvanceStage());
            return;
        }
        switch (next.code()) {
            case "COMMITMENT" -> send(deal, new RecordCommitment("Ann", "the next step", null, null));
            case "ATI_APPROVED" -> projects.act(deal);
            case "OPPORTUNITY_QUALIFIED" -> send(deal, new QualifyOpportunity(null));
            case "QUOTATION_ACCEPTED", "FIRST_NEGOTIATION_ROUND_HELD" -> offer(deal);
            case "CONTRACT_SIGNED" ->
                service.hear(
                        "contract",
                        new UUID(8, service.log().size()),
                        "contract.signed.v1",
                        "{\"opportunityId\":\"%s\",\"value\":{\"amount\":\"4000.00\",\"currency\":\"USD\"},\"signedOn\":\"%s\"}"
                                .formatted(deal, service.today()));
            default -> {
                var code = next.code();
                boolean milestone = view.progress().missing().indexOf(code) == 0
                        && send(deal, new ReachMilestone(code, "file 1", null));
                if (!milestone) {
                    send(deal, new MeetCriterion(code, "file 1", null));
                }
            }
        }
    }

    private void offer(UUID deal) {
        var offer = offers.get(deal);
        if (offer == null || random.nextInt(12) == 0) {
            var id = new UUID(2, service.log().size());
            var draft = new DraftQuotation(
                    deal, new UUID(9, 9), OWNER, LIST, lines(), until(), null, null, null, null, null, null, offer);
            if (send(id, draft)) {
                offers.put(deal, id);
            }
            return;
        }
        switch (random.nextInt(9)) {
            case 0, 1 -> send(offer, new IssueQuotation());
            case 2 -> send(offer, new RequestDiscountApproval("a reference"));
            case 3 -> service.send("boss", offer, new DecideDiscount(random.nextInt(3) > 0, "so it is", null, null));
            case 4 -> send(offer, new DecideDiscount(true, "my own", null, null));
            case 5 ->
                send(offer, new RecordNegotiationRound(NegotiationTopic.PRICE, "4821", "4000", null, null, null, null));
            case 6 -> send(offer, new ReviseQuotation(LIST, lines(), until(), null, null, null, null, null, null));
            default -> send(offer, new AcceptQuotation(null));
        }
    }

    private List<OfferedLine> lines() {
        var lines = new ArrayList<OfferedLine>();
        var discount = List.of("0", "5", "14.99", "15", "15.01", "30", "60").get(random.nextInt(7));
        var price = random.nextInt(4) == 0 ? Money.of("3900.00", "USD") : PRICE;
        lines.add(new OfferedLine(
                "GTX", null, BigDecimal.valueOf(1 + random.nextInt(5)), price, new BigDecimal(discount)));
        return lines;
    }

    private LocalDate until() {
        return service.today().plusDays(5 + random.nextInt(60));
    }

    private boolean send(UUID id, Record command) {
        return send(OWNER, id, command);
    }

    private boolean send(String who, UUID id, Record command) {
        var refusal = service.send(who, id, command);
        if (refusal != null) {
            refused.merge(refusal, 1, Integer::sum);
        }
        return refusal == null;
    }

    private OpportunityView view(UUID deal) {
        return (OpportunityView)
                OPPORTUNITY.view().apply(service.state(OPPORTUNITY, deal).orElseThrow());
    }
}
