package io.milepost.contracts.obligation;

import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.obligation.ObligationRegister.No.*;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.automation.WhenContractVoidedThenNothingIsOwed;
import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.obligation.ObligationRegister.*;
import io.milepost.contracts.obligation.ObligationRegisterCatalogue.*;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What both sides owe, from the signature of their contract on. */
class ObligationRegisterTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OBLIGATION_REGISTER);
    private static final UUID ID = Scenario.ID;
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final OpenObligationRegister OPEN = new OpenObligationRegister(ID, "kim");
    private static final AddObligation SITE = new AddObligation("S-1", Debtor.CUSTOMER, "prepares the site", TODAY);
    private static final ObligationAdded SITE_OWED =
            new ObligationAdded(ID, "S-1", Debtor.CUSTOMER, "prepares the site", TODAY);
    private static final ObligationAdded TRAINING_OWED =
            new ObligationAdded(ID, "T-1", Debtor.OURS, "train the operators", TOMORROW);
    private static final Scenario<ObligationRegister, Command, Event> NOTHING =
            Scenario.of(OBLIGATION_REGISTER).recording(REACHED);
    private static final Scenario<ObligationRegister, Command, Event> OPENED =
            NOTHING.given(new ObligationRegisterOpened(ID, "kim"));
    private static final Scenario<ObligationRegister, Command, Event> OWED = OPENED.given(SITE_OWED, TRAINING_OWED);
    private static final Scenario<ObligationRegister, Command, Event> OVERDUE =
            OWED.given(new ObligationOverdue(ID, "S-1", Debtor.CUSTOMER, TODAY, "kim"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-137: a signed contract has one register of obligations, under its own id")
    void is_opened_for_a_signed_contract() {
        NOTHING.when(OPEN)
                .reading(new OwedUnder(YESTERDAY, List.of()))
                .then(new ObligationRegisterOpened(ID, "kim"))
                .when(OPEN)
                .thenTaken();
        NOTHING.when(OPEN).reading(new OwedUnder(null, List.of())).thenRefused(CONTRACT_NOT_SIGNED);
        NOTHING.when(OPEN).thenRefused(CONTRACT_NOT_SIGNED);
        NOTHING.when(OPEN)
                .to(new UUID(1, 2))
                .reading(new OwedUnder(YESTERDAY, List.of()))
                .thenRefused(CONTRACT_FOREIGN, "/contractId");
        NOTHING.when(new OpenObligationRegister(ID, " ")).thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(SITE).thenUnknown();
        var read = OBLIGATION_REGISTER
                .command(OpenObligationRegister.class)
                .reads()
                .getFirst();
        assertThat(read.other().get()).isEqualTo(CONTRACT);
        assertThat(read.id().of(Scenario.ID, null, OPEN)).isEqualTo(ID);
    }

    @Test
    @DisplayName(
            "R-137, R-188: a register holds from the start what the sales process says, counted from the signature")
    void begins_with_what_the_process_says() {
        var terms = List.of(
                new ObligationTerm("S-1", Debtor.CUSTOMER, "prepares the site", 1),
                new ObligationTerm("T-1", Debtor.OURS, "train the operators", 2));
        NOTHING.when(OPEN)
                .reading(new OwedUnder(YESTERDAY, terms))
                .then(new ObligationRegisterOpened(ID, "kim"), SITE_OWED, TRAINING_OWED);
        NOTHING.when(OPEN).reading(new OwedUnder(null, terms)).thenRefused(CONTRACT_NOT_SIGNED);
        for (var faulty : List.of(
                new ObligationTerm("S 1", Debtor.OURS, "trains", 1),
                new ObligationTerm("s-1", Debtor.OURS, "trains", 1),
                new ObligationTerm("T-1", Debtor.OURS, " ", 1),
                new ObligationTerm("T-1", Debtor.OURS, "trains", Integer.MAX_VALUE))) {
            NOTHING.when(OPEN)
                    .reading(new OwedUnder(YESTERDAY, List.of(terms.getFirst(), faulty)))
                    .thenRefused(TERMS_FAULTY);
        }
    }

    @Test
    @DisplayName("R-137: what either side owes is added once under its code, with the last day for it")
    void obligations_of_both_sides_are_added() {
        OPENED.when(SITE)
                .then(SITE_OWED)
                .when(SITE)
                .thenNothing()
                .when(new AddObligation("T-1", Debtor.OURS, "train the operators", TOMORROW))
                .then(TRAINING_OWED);
        OWED.when(new AddObligation("S-1", Debtor.OURS, "prepares the site", TODAY))
                .thenRefused(OBLIGATION_CODE_TAKEN, "/code");
        OWED.when(new AddObligation("s-1", Debtor.CUSTOMER, "prepares the site", TODAY))
                .thenNothing();
        OWED.when(new AddObligation("s-1", Debtor.CUSTOMER, "prepares the site", TOMORROW))
                .thenRefused(OBLIGATION_CODE_TAKEN, "/code");
        var far = TODAY.plusYears(50);
        OPENED.when(new AddObligation("W-1", Debtor.OURS, "warranty", far.plusDays(1)))
                .thenRefused(DAY_IMPLAUSIBLE, "/dueOn")
                .when(new AddObligation("W-1", Debtor.OURS, "warranty", far))
                .then(new ObligationAdded(ID, "W-1", Debtor.OURS, "warranty", far));
        for (var faulty : List.of("", " ", "S 1", "S/1")) {
            OPENED.when(new AddObligation(faulty, Debtor.OURS, "x", TODAY)).thenRefused(CODE_FAULTY, "/code");
        }
        OPENED.when(new AddObligation("S-1", Debtor.OURS, " ", TODAY)).thenRefused(DESCRIPTION_MISSING, "/description");
    }

    @Test
    @DisplayName("A code is one in every spelling, and the first one stays")
    void a_code_is_found_in_every_spelling() {
        var ancient = TODAY.minusYears(50);
        OWED.when(new FulfilObligation("s-1", "protocol 4", ancient.minusDays(1)))
                .thenRefused(DAY_IMPLAUSIBLE, "/on")
                .when(new FulfilObligation("s-1", "protocol 4", ancient))
                .then(new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "protocol 4", ancient))
                .when(new FulfilObligation("S-1", "protocol 4", null))
                .thenNothing();
        OWED.when(new WaiveObligation("s-1", "goodwill"))
                .by("ann")
                .then(new ObligationWaived(ID, "S-1", Debtor.CUSTOMER, "goodwill", "ann"));
    }

    @Test
    @DisplayName("R-137: what is owed is fulfilled once with what shows it, in time or late")
    void an_obligation_is_fulfilled_with_evidence() {
        var fulfil = new FulfilObligation("S-1", "protocol 4", YESTERDAY);
        for (var owed : List.of(OWED, OVERDUE)) {
            owed.when(fulfil)
                    .then(new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "protocol 4", YESTERDAY))
                    .when(fulfil)
                    .thenNothing()
                    .when(new FulfilObligation("S-1", "protocol 5", YESTERDAY))
                    .thenRefused(OBLIGATION_FULFILLED)
                    .when(new WaiveObligation("S-1", "goodwill"))
                    .thenRefused(OBLIGATION_FULFILLED)
                    .when(SITE)
                    .thenNothing();
        }
        OWED.when(new FulfilObligation("T-1", "list 2", null))
                .then(new ObligationFulfilled(ID, "T-1", Debtor.OURS, "list 2", TODAY));
        OWED.when(new FulfilObligation("S-1", " ", null)).thenRefused(EVIDENCE_MISSING, "/evidence");
        OWED.when(new FulfilObligation("S-1", "x", TOMORROW)).thenRefused(DAY_IN_FUTURE, "/on");
        OWED.when(new FulfilObligation("X-9", "x", null)).thenRefused(OBLIGATION_UNKNOWN, "/code");
    }

    @Test
    @DisplayName(
            "R-137, R-189: whoever answers for the contract says that it is done, until something is late and others"
                    + " have to see to it")
    void is_fulfilled_by_who_answers_for_the_contract() {
        var fulfil = new FulfilObligation("S-1", "protocol 4", YESTERDAY);
        OWED.when(fulfil).byMember("lee").thenNotYourDuty();
        assertThat(OWED.when(fulfil).byMember("kim").decision().events()).hasSize(1);
        assertThat(OVERDUE.when(fulfil).byMember("lee").decision().events()).hasSize(1);
    }

    @Test
    @DisplayName("R-137: what is owed is waived once with a reason, by whoever may")
    void an_obligation_is_waived_with_a_reason() {
        var waive = new WaiveObligation("S-1", "goodwill");
        for (var owed : List.of(OWED, OVERDUE)) {
            owed.when(waive)
                    .by("manager")
                    .then(new ObligationWaived(ID, "S-1", Debtor.CUSTOMER, "goodwill", "manager"))
                    .when(waive)
                    .thenNothing()
                    .when(new WaiveObligation("S-1", "another"))
                    .thenRefused(OBLIGATION_WAIVED)
                    .when(new FulfilObligation("S-1", "x", null))
                    .thenRefused(OBLIGATION_WAIVED);
        }
        OWED.when(new WaiveObligation("S-1", " ")).thenRefused(REASON_MISSING, "/reason");
        OWED.when(new WaiveObligation("X-9", "x")).thenRefused(OBLIGATION_UNKNOWN, "/code");
    }

    @Test
    @DisplayName(
            "Decision 44: of a contract that was signed by mistake nobody owes anything, and what was done stays done")
    void a_void_contract_owes_nothing() {
        var waiveAll = new WaiveAll("signed twice", "jo");
        OVERDUE.when(waiveAll)
                .unbound()
                .then(
                        new ObligationWaived(ID, "S-1", Debtor.CUSTOMER, "signed twice", "jo"),
                        new ObligationWaived(ID, "T-1", Debtor.OURS, "signed twice", "jo"))
                .when(waiveAll)
                .unbound()
                .thenNothing();
        OWED.given(new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "protocol 4", TODAY))
                .when(waiveAll)
                .unbound()
                .then(new ObligationWaived(ID, "T-1", Debtor.OURS, "signed twice", "jo"));
        var automation = WhenContractVoidedThenNothingIsOwed.OBLIGATIONS;
        var sample =
                ProducerSamples.of("contract", "contract", automation.type()).getFirst();
        var voided = sample.as(automation.data());
        assertThat(automation.reaction().to(sample, voided))
                .contains(new Reaction.Command(sample.subject(), new WaiveAll(voided.reason(), voided.decidedBy())));
    }

    @Test
    @DisplayName("R-137: it is overdue once when its last day has ended; a timer that comes late leaves alone what is"
            + " settled")
    void an_obligation_is_overdue_after_its_last_day() {
        var late = new ObligationOverdue(ID, "S-1", Debtor.CUSTOMER, TODAY, "kim");
        var mark = new MarkObligationOverdue("S-1");
        OWED.when(mark).on(TODAY).thenNothing();
        OWED.when(mark).on(TOMORROW).then(late).when(mark).on(TOMORROW).thenNothing();
        OWED.given(new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "x", TODAY))
                .when(mark)
                .on(TOMORROW)
                .thenNothing();
        OWED.given(new ObligationWaived(ID, "S-1", Debtor.CUSTOMER, "x", "y"))
                .when(mark)
                .on(TOMORROW)
                .thenNothing();
        OWED.when(new MarkObligationOverdue("X-9")).thenRefused(OBLIGATION_UNKNOWN);
    }

    @Test
    void shows_what_is_owed() {
        assertThat(view(OPENED).status()).isEqualTo("SETTLED");
        assertThat(view(OWED).status()).isEqualTo("OWED");
        assertThat(view(OVERDUE).status()).isEqualTo("OVERDUE");
        var settled = OVERDUE.given(
                new ObligationFulfilled(ID, "S-1", Debtor.CUSTOMER, "protocol 4", TODAY),
                new ObligationWaived(ID, "T-1", Debtor.OURS, "goodwill", "manager"));
        assertThat(view(settled).status()).isEqualTo("SETTLED");
        assertThat(view(settled).obligations())
                .containsExactly(
                        new ObligationView(
                                "S-1",
                                "FULFILLED",
                                Debtor.CUSTOMER,
                                "prepares the site",
                                TODAY,
                                "protocol 4",
                                TODAY,
                                null),
                        new ObligationView(
                                "T-1", "WAIVED", Debtor.OURS, "train the operators", TOMORROW, null, null, "goodwill"));
    }

    private static View view(Scenario<ObligationRegister, Command, Event> register) {
        return View.of(register.state());
    }
}
