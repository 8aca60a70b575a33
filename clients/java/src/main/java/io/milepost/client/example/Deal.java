package io.milepost.client.example;

import io.milepost.client.Refused;
import io.milepost.client.contract.ContractApi;
import io.milepost.client.contract.model.ContractView;
import io.milepost.client.contract.model.DecideReview;
import io.milepost.client.contract.model.DecideReview.ReviewEnum;
import io.milepost.client.contract.model.SignContract;
import io.milepost.client.contract.model.SignContract.PartyEnum;
import io.milepost.client.lead.AccountApi;
import io.milepost.client.lead.LeadApi;
import io.milepost.client.lead.TeamMemberApi;
import io.milepost.client.lead.model.AssignLead;
import io.milepost.client.lead.model.CaptureLead;
import io.milepost.client.lead.model.CaptureLead.ChannelEnum;
import io.milepost.client.lead.model.ConvertLead;
import io.milepost.client.lead.model.OpenAccount;
import io.milepost.client.lead.model.RegisterLead;
import io.milepost.client.lead.model.RegisterTeamMember;
import io.milepost.client.opportunity.OpportunityApi;
import io.milepost.client.opportunity.PriceListApi;
import io.milepost.client.opportunity.QuotationApi;
import io.milepost.client.opportunity.SalesProcessApi;
import io.milepost.client.opportunity.model.AcceptQuotation;
import io.milepost.client.opportunity.model.DraftQuotation;
import io.milepost.client.opportunity.model.MeetCriterion;
import io.milepost.client.opportunity.model.OfferedLine;
import io.milepost.client.opportunity.model.PaymentTermRead;
import io.milepost.client.opportunity.model.PriceItemRead;
import io.milepost.client.opportunity.model.PublishPriceList;
import io.milepost.client.opportunity.model.QualifyOpportunity;
import io.milepost.client.opportunity.model.ReachMilestone;
import io.milepost.client.opportunity.model.RecordCommitment;
import io.milepost.client.opportunity.model.RecordNegotiationRound;
import io.milepost.client.opportunity.model.Stage;
import io.milepost.client.opportunity.model.StatedMoney;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** One deal from the captured lead to the signature: {@code Deal LEAD OPPORTUNITY CONTRACT ISSUER}, each an address. */
public final class Deal {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The body of a command that says nothing but itself. */
    private static final Map<String, String> NOTHING = Map.of();

    private static final int NEGOTIATION = 7;
    private static final String REP = "sales_rep";
    private static final String MANAGER = "sales_manager";

    private final Tokens tokens;
    private final URI leads;
    private final URI opportunities;
    private final URI contracts;
    private final OpportunityApi deals;

    private Deal(URI leads, URI opportunities, URI contracts, URI issuer) {
        this.tokens = new Tokens(issuer);
        this.leads = leads;
        this.opportunities = opportunities;
        this.contracts = contracts;
        this.deals = new OpportunityApi(tokens.as(REP, opportunities));
    }

    public static void main(String[] arguments) throws Exception {
        var urls = List.of(arguments).stream().map(URI::create).toList();
        var won = new Deal(urls.get(0), urls.get(1), urls.get(2), urls.get(3)).untilItIsWon();
        System.out.println("WON " + won);
    }

    private UUID untilItIsWon() throws Exception {
        var account = new AccountApi(tokens.as(REP, leads))
                .openAccount(key(), new OpenAccount().name("Dock Works"))
                .send()
                .body()
                .getId();
        var opportunity = converted(account);
        reached(opportunity, "IDENTIFIED");
        new OpportunityApi(tokens.as(MANAGER, opportunities))
                .qualifyOpportunity(opportunity, key(), new QualifyOpportunity())
                .send();
        var processes = new SalesProcessApi(tokens.as(REP, opportunities))
                .listSalesProcess()
                .send()
                .body()
                .getItems();
        var standard = processes.stream()
                .filter(process -> process.getName().equals("standard"))
                .reduce((_, later) -> later)
                .orElseThrow();
        for (var stage : standard.getStages().subList(0, NEGOTIATION - 1)) {
            prove(opportunity, stage);
        }
        sign(quoted(opportunity, account));
        reached(opportunity, "WON");
        return opportunity;
    }

    private UUID converted(UUID account) throws Exception {
        var rep = new LeadApi(tokens.as(REP, leads));
        var capture = rep.captureLead(
                key(),
                new CaptureLead()
                        .channel(ChannelEnum.EXHIBITION)
                        .companyName("Dock Works")
                        .accountId(account)
                        .contactName("Robin Vale")
                        .email("robin." + UUID.randomUUID() + "@dock.example")
                        .need("cranes that can be steered from shore"));
        var lead = capture.send().body().getId();
        // What is sent again, because an answer was lost, is answered as before and has no second effect.
        if (!capture.send().replayed()) {
            throw new IllegalStateException("the same command with the same key was not recognized");
        }
        var member = "Java Client " + UUID.randomUUID();
        new TeamMemberApi(tokens.as(MANAGER, leads))
                .registerTeamMember(
                        key(),
                        new RegisterTeamMember()
                                .code(member)
                                .team("Clients")
                                .region("Anywhere")
                                .from(LocalDate.of(2026, 1, 1)))
                .send();
        rep.registerLead(lead, key(), new RegisterLead()).send();
        new LeadApi(tokens.as(MANAGER, leads))
                .assignLead(lead, key(), new AssignLead().owner(member))
                .send();
        rep.qualifyLead(lead, key(), NOTHING).send();
        rep.convertLead(
                        lead,
                        key(),
                        new ConvertLead()
                                .expectedValue(new io.milepost.client.lead.model.StatedMoney()
                                        .amount("120000.00")
                                        .currency("EUR"))
                                .product("GTX Pro"))
                .send();
        return rep.getLead(lead).send().body().getOpportunityId();
    }

    private void prove(UUID opportunity, Stage stage) throws IOException, InterruptedException {
        for (var milestone : stage.getMilestones()) {
            deals.reachMilestone(opportunity, key(), new ReachMilestone().milestone(milestone.getCode()))
                    .send();
        }
        for (var criterion : stage.getCriteria()) {
            if (criterion.getShownBy().equals("STATEMENT")) {
                deals.meetCriterion(
                                opportunity,
                                key(),
                                new MeetCriterion()
                                        .criterion(criterion.getCode())
                                        .evidence("file of the deal"))
                        .send();
            }
        }
        var next = stage.getCommitment() == null ? "the next step" : stage.getCommitment();
        deals.recordCommitment(
                        opportunity,
                        key(),
                        new RecordCommitment().by("Robin Vale").to(next))
                .send();
        deals.advanceStage(opportunity, key(), NOTHING).send();
    }

    private UUID quoted(UUID opportunity, UUID account) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var price = new StatedMoney().amount("5000.00").currency("EUR");
        var prices = new PriceListApi(tokens.as(MANAGER, opportunities))
                .publishPriceList(
                        key(),
                        new PublishPriceList()
                                .name("Cranes")
                                .validFrom(today.minusDays(1))
                                .items(List.of(new PriceItemRead()
                                        .code("GTX Pro")
                                        .name("GTX Pro")
                                        .price(price)
                                        .aliases(List.of()))))
                .send()
                .body()
                .getId();
        var quotations = new QuotationApi(tokens.as(REP, opportunities));
        var quotation = quotations
                .draftQuotation(
                        key(),
                        new DraftQuotation()
                                .opportunityId(opportunity)
                                .accountId(account)
                                .owner("Java Client")
                                .priceListId(prices)
                                .lines(List.of(new OfferedLine()
                                        .product("GTX Pro")
                                        .quantity(new BigDecimal(24))
                                        .unitPrice(price)))
                                .validUntil(today.plusDays(30))
                                .paymentMethod("bank transfer")
                                .deliveryDeadline(today.plusDays(90))
                                .qualityStandard("ISO 4301")
                                .scope("24 cranes, installed and tested")
                                .duration("3 months")
                                .payments(List.of(new PaymentTermRead()
                                        .label("all of it")
                                        .percent(new BigDecimal(100))
                                        .trigger(PaymentTermRead.TriggerEnum.SIGNATURE))))
                .send()
                .body()
                .getId();
        quotations.issueQuotation(quotation, key(), NOTHING).send();
        quotations
                .recordNegotiationRound(
                        quotation,
                        key(),
                        new RecordNegotiationRound()
                                .topic(RecordNegotiationRound.TopicEnum.PRICE)
                                .agreed("as quoted"))
                .send();
        quotations.acceptQuotation(quotation, key(), new AcceptQuotation()).send();
        return quotation;
    }

    private void sign(UUID quotation) throws Exception {
        var rep = new ContractApi(tokens.as(REP, contracts));
        var contract = until("the contract is drafted", () -> {
            var drafted = rep.listContract()
                    .quotationId(List.of("eq:" + quotation))
                    .send()
                    .body()
                    .getItems();
            return drafted.stream().map(ContractView::getId).findFirst().orElse(null);
        });
        rep.submitForReview(contract, key(), NOTHING).send();
        review(contract, "finance", ReviewEnum.FINANCE);
        review(contract, "engineering", ReviewEnum.TECHNICAL);
        rep.sendForSignature(contract, key(), NOTHING).send();
        // Two parties are two people.
        sign(contract, MANAGER, PartyEnum.SELLER);
        sign(contract, "legal", PartyEnum.CUSTOMER);
    }

    private void review(UUID contract, String role, ReviewEnum review) throws IOException, InterruptedException {
        new ContractApi(tokens.as(role, contracts))
                .decideReview(contract, key(), new DecideReview().review(review).passed(true))
                .send();
    }

    private void sign(UUID contract, String role, PartyEnum party) throws IOException, InterruptedException {
        new ContractApi(tokens.as(role, contracts))
                .signContract(contract, key(), new SignContract().party(party))
                .send();
    }

    private void reached(UUID opportunity, String status) throws Exception {
        until("the opportunity is " + status, () -> {
            var seen = deals.getOpportunity(opportunity).send().body();
            return seen.getStatus().equals(status) ? seen : null;
        });
    }

    /** Asks again until the answer is good: what other services do follows by itself. */
    private static <T> T until(String what, Callable<T> ask) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            try {
                var found = ask.call();
                if (found != null) {
                    return found;
                }
            } catch (Refused notYet) {
                if (notYet.status() != 404) {
                    throw notYet;
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(what + " has not happened");
    }

    /** Of a new command. */
    private static UUID key() {
        return UUID.randomUUID();
    }
}
