package io.milepost.delivery.automation;

import static io.milepost.delivery.automation.WhenStrategicContractSignedThenExtendClosure.CONFIRMED;
import static io.milepost.delivery.automation.WhenStrategicContractSignedThenExtendClosure.CONTRACT;
import static io.milepost.delivery.automation.WhenStrategicContractSignedThenExtendClosure.DEAL;
import static io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure.LOST;
import static io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure.TERMINATED;
import static io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure.WITHDRAWN;
import static io.milepost.delivery.automation.WhenStrategicDealEndsThenOpenSalesClosure.WON;
import static io.milepost.delivery.salesclosure.SalesClosure.No.*;
import static io.milepost.platform.decision.Checklist.No.PROJECT_CLOSED;
import static io.milepost.platform.inbox.Automation.Unreached.UNKNOWN_TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.closure.Closure;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureCatalogue;
import io.milepost.delivery.salesclosure.SalesClosure;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.salesclosure.SalesClosureCatalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What follows when a strategic deal ends; nothing of it follows for any other. */
class StrategicDealsTest {
    private static final UUID OPPORTUNITY = ProducerSamples.SUBJECT;
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000b2");
    private static final Scenario<SalesClosure, SalesClosure.Command, SalesClosure.Event> NO_DEAL =
            Scenario.of(SalesClosureCatalogue.SALES_CLOSURE);
    private static final Scenario<Closure, Closure.Command, Closure.Event> NO_CONTRACT =
            Scenario.of(ClosureCatalogue.CLOSURE);

    @Test
    @DisplayName("R-177, domain 3.5: the end of a strategic deal opens the closure of its sales project, won, lost or"
            + " withdrawn")
    void opens_the_closure_of_the_sales_project() {
        assertThat(strategic(WON)).isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.WON, ID, null, null)));
        assertThat(strategic(LOST))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.LOST, null, null, null)));
        assertThat(strategic(WITHDRAWN))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.WITHDRAWN, null, null, null)));
    }

    @Test
    @DisplayName("Decision 43: a standard deal, or one whose producer says nothing, asks for none of it")
    void a_standard_deal_asks_for_nothing() {
        for (var automation : List.of(WON, LOST, WITHDRAWN)) {
            assertThat(react(automation, "\"standard\"")).isEmpty();
            assertThat(react(automation, "null")).isEmpty();
        }
    }

    @Test
    @DisplayName("R-188: where a deal tells its version, its process says whether there is a sales project to close")
    void a_deal_of_any_process_may_have_a_sales_project() {
        assertThat(react(LOST, "\"north\", \"templateVersion\": 4"))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.LOST, null, "north", 4)));
        assertThat(react(WON, "\"strategic\", \"templateVersion\": 2"))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.WON, ID, "strategic", 2)));
        assertThat(react(WON, "\"standard\", \"templateVersion\": 2")).isEmpty();
        assertThat(react(WON, "\"standard\", \"templateVersion\": 3")).isPresent();
    }

    @Test
    @DisplayName("R-177: what was withdrawn after a negative decision on its project is told apart")
    void a_rejected_project_is_told_apart() {
        assertThat(react(WITHDRAWN, "\"strategic\", \"templateVersion\": 2, \"atiRejected\": true"))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.ATI_REJECTED, null, "strategic", 2)));
        assertThat(react(WITHDRAWN, "\"strategic\", \"templateVersion\": 2, \"atiRejected\": false"))
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.WITHDRAWN, null, "strategic", 2)));
    }

    @Test
    @DisplayName("R-177: a project that was given up is closed though its deal goes on, and once only when that ends")
    void a_terminated_project_is_closed_before_its_deal() {
        var given = react(TERMINATED, "\"strategic\", \"templateVersion\": 2");
        assertThat(given)
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.TERMINATED, null, "strategic", 2)));
        assertThat(react(TERMINATED, "null"))
                .as("from before its process was told")
                .isEqualTo(command(OPPORTUNITY, new OpenSalesClosure(Outcome.TERMINATED, null, null, null)));
        var terminated = NO_DEAL.given(NO_DEAL.when(new OpenSalesClosure(Outcome.TERMINATED, null, null, null))
                .decision()
                .events()
                .getFirst());
        assertThat(terminated.state().opening().outcome()).isEqualTo(Outcome.TERMINATED);
        for (var later : List.of(
                new OpenSalesClosure(Outcome.TERMINATED, null, null, null),
                new OpenSalesClosure(Outcome.LOST, null, null, null),
                new OpenSalesClosure(Outcome.WON, ID, null, null))) {
            terminated.when(later).thenNothing();
        }
        NO_DEAL.given(NO_DEAL.when(new OpenSalesClosure(Outcome.LOST, null, null, null))
                        .decision()
                        .events()
                        .getFirst())
                .when(new OpenSalesClosure(Outcome.TERMINATED, null, null, null))
                .thenNothing();
    }

    @Test
    void the_same_end_twice_is_one_closure_and_another_one_is_parked() {
        var won = (OpenSalesClosure) strategic(WON).orElseThrow().command();
        var opened = NO_DEAL.when(won).decision().events().getFirst();
        assertThat(strategic(WON)).isEqualTo(strategic(WON));
        var closing = NO_DEAL.given(opened);
        closing.when(won).thenNothing();
        closing.when(new OpenSalesClosure(Outcome.LOST, null, null, null)).thenRefused(ENDED_OTHERWISE);
        for (var automation : List.of(WON, LOST, WITHDRAWN)) {
            assertThat(automation.settledBy()).isEmpty();
        }
    }

    @Test
    @DisplayName("R-184, ADR 0017: the deal is heard of after the contract: its closure is extended at once")
    void the_contract_first() {
        var extend = (ExtendClosure) react(DEAL, "null").orElseThrow().command();
        assertThat(react(DEAL, "null")).isEqualTo(command(ID, new ExtendClosure()));
        var open = after(NO_CONTRACT, new OpenClosure(OPPORTUNITY, ACCOUNT, null, null));
        assertThat(open.when(extend).decision().events()).hasSize(1);
        after(open, extend).when(extend).thenNothing();
        assertThat(DEAL.settledBy()).as("else the contract's closure will say").containsExactly(UNKNOWN_TARGET);
    }

    @Test
    @DisplayName("R-184, ADR 0017: the contract is heard of after the deal: it is confirmed, and then its closure is"
            + " extended")
    void the_deal_first() {
        var confirm = (ConfirmContract) react(CONTRACT, "null").orElseThrow().command();
        assertThat(react(CONTRACT, "null")).isEqualTo(command(OPPORTUNITY, new ConfirmContract(ID)));
        var won = NO_DEAL.given(NO_DEAL.when(new OpenSalesClosure(Outcome.WON, ID, null, null))
                .decision()
                .events()
                .getFirst());
        won.when(confirm)
                .then(new SalesContractConfirmed(Scenario.ID, ID))
                .when(confirm)
                .thenNothing();
        assertThat(react(CONFIRMED, "null")).isEqualTo(command(ID, new ExtendClosure()));
    }

    @Test
    @DisplayName(
            "Decision 43: a contract of a deal without a closure of its own, or of another contract, ends the story")
    void a_contract_of_no_strategic_deal() {
        var confirm = new ConfirmContract(ID);
        NO_DEAL.when(confirm).thenUnknown();
        NO_DEAL.given(NO_DEAL.when(new OpenSalesClosure(Outcome.LOST, null, null, null))
                        .decision()
                        .events()
                        .getFirst())
                .when(confirm)
                .thenRefused(CONTRACT_FOREIGN);
        assertThat(CONTRACT.settledBy()).containsExactlyInAnyOrder(UNKNOWN_TARGET, CONTRACT_FOREIGN);
        var lost = ProducerSamples.event("delivery", DEAL.type(), "{\"outcome\": \"LOST\"}");
        assertThat(DEAL.reaction().to(lost, lost.as(DEAL.data()))).isEmpty();
    }

    @Test
    void a_project_that_was_closed_without_it_is_parked() {
        after(NO_CONTRACT, new OpenClosure(OPPORTUNITY, ACCOUNT, null, null))
                .given(new ProjectClosed(ID, OPPORTUNITY, ACCOUNT, LocalDate.parse("2026-03-01")))
                .when(new ExtendClosure())
                .thenRefused(PROJECT_CLOSED);
        assertThat(CONFIRMED.settledBy()).isEmpty();
        assertThat(DEAL.settledBy()).doesNotContain(PROJECT_CLOSED);
    }

    @Test
    @DisplayName("R-183: the filed papers of a sales project tick off its archive and no contract's, and the other way"
            + " round")
    void papers_of_a_sales_project() {
        var archive = WhenSalesPapersFiledThenNoteArchive.AUTOMATION;
        var contracts = WhenFactArrivesThenCompleteItem.ARCHIVE;
        assertThat(react(archive, "null")).isEqualTo(command(OPPORTUNITY, new NoteArchive()));
        assertThat(react(contracts, "null")).isEmpty();
        var ofContract = ProducerSamples.event("delivery", archive.type(), "{\"missing\": []}");
        assertThat(archive.reaction().to(ofContract, ofContract.as(archive.data())))
                .isEmpty();
        assertThat(contracts.reaction().to(ofContract, ofContract.as(contracts.data())))
                .isPresent();
        assertThat(to(
                        archive,
                        "{\"opportunityId\": \"%s\", \"missing\": [{\"id\": \"%s\", \"kind\": \"bid\"}]}"
                                .formatted(OPPORTUNITY, ID)))
                .as("R-183: a paper is missing")
                .isEmpty();
        NO_DEAL.when(new NoteArchive()).thenUnknown();
        var lost = NO_DEAL.when(new OpenSalesClosure(Outcome.LOST, null, null, null))
                .decision()
                .events()
                .getFirst();
        NO_DEAL.given(lost)
                .when(new NoteArchive())
                .then(new SalesArchiveDone(Scenario.ID))
                .when(new NoteArchive())
                .thenNothing();
        assertThat(archive.settledBy())
                .as("before the closing begins")
                .containsExactly(Automation.Unreached.UNKNOWN_TARGET);
    }

    @Test
    void reads_every_sample_of_its_producers() {
        assertThat(List.of(WON, LOST, WITHDRAWN)).allSatisfy(automation -> readsSamples(automation, "opportunity"));
        assertThat(List.of(DEAL, CONFIRMED)).allSatisfy(automation -> readsSamples(automation, "sales-closure"));
        readsSamples(CONTRACT, "closure");
        readsSamples(WhenSalesPapersFiledThenNoteArchive.AUTOMATION, "filing-list");
    }

    private static <T> void readsSamples(Automation<T> automation, String aggregate) {
        for (var sample : ProducerSamples.of(automation.source(), aggregate, automation.type())) {
            var data = sample.as(automation.data());
            assertThat(data).isNotNull();
            assertThat(automation.reaction().to(sample, data)).isNotNull();
        }
    }

    private static Scenario<Closure, Closure.Command, Closure.Event> after(
            Scenario<Closure, Closure.Command, Closure.Event> before, Record command) {
        return before.given(before.when(command).to(ID).decision().events().getFirst());
    }

    private static Optional<Reaction.Command> command(UUID target, Record command) {
        return Optional.of(new Reaction.Command(target, command));
    }

    private static Optional<Reaction.Command> strategic(Automation<?> automation) {
        return react(automation, "\"strategic\"");
    }

    /** With the fields of all producers at once; each reader takes its own. */
    private static <T> Optional<Reaction.Command> react(Automation<T> automation, String template) {
        var json = """
            {"contractId": "%s", "opportunityId": "%s", "reason": "price", "closedOn": "2026-03-01", "template": %s,
             "missing": []}
            """.formatted(ID, OPPORTUNITY, template);
        return to(automation, json);
    }

    private static <T> Optional<Reaction.Command> to(Automation<T> automation, String json) {
        var event = ProducerSamples.event(automation.source(), automation.type(), json);
        return automation.reaction().to(event, event.as(automation.data()));
    }
}
