package io.milepost.opportunities;

import static io.milepost.opportunities.OpportunitySituations.IDENTIFY;
import static io.milepost.opportunities.OpportunitySituations.far;
import static io.milepost.opportunities.OpportunitySituations.quote;
import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.pricelist.PriceListCatalogue.PRICE_LIST;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.risk.RiskCatalogue.RISK;
import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.controlled.DocumentKindCatalogue.DOCUMENT_KIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.EndCause;
import io.milepost.opportunities.opportunity.ClosingCommand.CloseAsLost;
import io.milepost.opportunities.quotation.Proposal.NegotiationTopic;
import io.milepost.opportunities.quotation.Quotation.AcceptQuotation;
import io.milepost.opportunities.quotation.Quotation.IssueQuotation;
import io.milepost.opportunities.quotation.Quotation.RecordNegotiationRound;
import io.milepost.opportunities.salesproject.SalesProjectCommand.AppointTeam;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamMember;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient.Answer;
import io.milepost.platform.testkit.SuiteParts;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One offer and its deal, asked of two instances of the service at the same moment. */
class TwoInstancesIT {
    private static final int ROUNDS = 40;

    private static RunningService one;
    private static RunningService other;

    @BeforeAll
    static void start() {
        one = instance();
        other = instance();
    }

    /** Both at the end: they share what the web server runs on. */
    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    @Test
    @DisplayName(
            "R-100: an offer that one instance accepts is of a deal that was open, whatever another does meanwhile")
    void no_offer_is_accepted_for_a_deal_that_has_just_been_lost() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var deal = one.client().create(IDENTIFY);
                var offer = one.client().create(quote(one.client(), deal, far()));
                one.client().accept(offer, new IssueQuotation());
                // Whoever is asked first has a head start, so that both orders come up.
                var first = round % 2 == 0;
                var asked =
                        CompletableFuture.supplyAsync(() -> first ? accepted(one, offer) : lost(one, deal), threads);
                var alsoAsked = CompletableFuture.supplyAsync(
                        () -> first ? lost(other, deal) : accepted(other, offer), threads);
                var acceptance = first ? asked.join() : alsoAsked.join();
                var loss = first ? alsoAsked.join() : asked.join();

                assertThat(loss.status()).isEqualTo(200);
                if (acceptance.status() == 200) {
                    assertThat(position(acceptance)).isLessThan(position(loss));
                } else {
                    assertThat(acceptance.text()).contains("OPPORTUNITY_ENDED");
                }
            }
        }
        var late = one.client().create(IDENTIFY);
        var offer = one.client().create(quote(one.client(), late, far()));
        other.client().accept(offer, new IssueQuotation());
        assertThat(lost(other, late).status()).isEqualTo(200);
        assertThat(accepted(one, offer).text()).as("control").contains("OPPORTUNITY_ENDED");
    }

    @Test
    @DisplayName(
            "R-065: what one instance lets the account responsible do was their duty, whomever another appoints meanwhile")
    void nobody_acts_in_a_duty_that_has_just_been_given_to_another() {
        var deal = SalesProjectSituations.authorized(one.client());
        var offer = one.client().create(quote(one.client(), deal, far()));
        one.client().accept(offer, new IssueQuotation());
        int acted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                one.client().accept(deal, team("ann"));
                var said = "round " + round;
                var first = round % 2 == 0;
                var asked = CompletableFuture.supplyAsync(
                        () -> first ? negotiated(one, offer, said) : left(one, deal), threads);
                var alsoAsked = CompletableFuture.supplyAsync(
                        () -> first ? left(other, deal) : negotiated(other, offer, said), threads);
                var negotiation = first ? asked.join() : alsoAsked.join();
                var appointment = first ? alsoAsked.join() : asked.join();

                assertThat(appointment.status()).isEqualTo(200);
                if (negotiation.status() == 200) {
                    acted++;
                    assertThat(position(negotiation)).isLessThan(position(appointment));
                } else {
                    assertThat(negotiation.text()).contains("NOT_YOUR_DUTY");
                }
            }
        }
        assertThat(acted).as("in time").isPositive();
        assertThat(negotiated(one, offer, "late").text()).as("control").contains("NOT_YOUR_DUTY");
    }

    @Test
    @DisplayName("R-100: of two offers of a deal that two instances accept at the same moment one is accepted")
    void one_of_two_offers_is_accepted() {
        var winners = new HashSet<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var deal = one.client().create(IDENTIFY);
                var offer = one.client().create(quote(one.client(), deal, far()));
                var rival = one.client().create(quote(one.client(), deal, far()));
                one.client().accept(offer, new IssueQuotation());
                one.client().accept(rival, new IssueQuotation());
                var first = round % 2 == 0;
                var asked = CompletableFuture.supplyAsync(() -> accepted(one, first ? offer : rival), threads);
                var alsoAsked = CompletableFuture.supplyAsync(() -> accepted(other, first ? rival : offer), threads);
                var answers = List.of(asked.join(), alsoAsked.join());

                assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
                assertThat(answers)
                        .filteredOn(answer -> answer.status() != 200)
                        .allMatch(answer -> answer.text().contains("OTHER_QUOTATION_ACCEPTED"));
                winners.add(answers.getFirst().status() == 200);
            }
        }
        assertThat(winners).as("control: somebody won").isNotEmpty();
    }

    private static Answer negotiated(RunningService at, UUID offer, String said) {
        var token = SuiteParts.shared().issuer().tokenSaying("ann", Map.of("member", "ann"), Role.SALES_REP);
        var round = new RecordNegotiationRound(NegotiationTopic.PRICE, said, null, null, null, null, null);
        return at.client().send(offer, round, Map.of("Authorization", "Bearer " + token));
    }

    private static Answer left(RunningService at, UUID deal) {
        return at.client().send(deal, team("bob"), Map.of());
    }

    private static AppointTeam team(String accountResponsible) {
        return new AppointTeam(Arrays.stream(TeamRole.values())
                .map(role -> new TeamMember(
                        role, role == TeamRole.AR ? accountResponsible : "member " + role, "duties of " + role))
                .toList());
    }

    private static Answer accepted(RunningService at, UUID offer) {
        return at.client().send(offer, new AcceptQuotation(null), Map.of());
    }

    private static Answer lost(RunningService at, UUID deal) {
        return at.client().send(deal, new CloseAsLost("price", "ask earlier", null, EndCause.PRICE), Map.of());
    }

    private static long position(Answer answer) {
        return Long.parseLong(answer.json().at("/events/0/position").asString());
    }

    private static RunningService instance() {
        return RunningService.start(
                OpportunityServiceApplication.class,
                "opportunity",
                List.of(PRICE_LIST, OPPORTUNITY, SALES_PROJECT, RISK, QUOTATION, DOCUMENT_KIND, DOCUMENT));
    }
}
