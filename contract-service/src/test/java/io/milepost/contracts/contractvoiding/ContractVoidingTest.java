package io.milepost.contracts.contractvoiding;

import static io.milepost.contracts.contractvoiding.ContractVoiding.No.*;
import static io.milepost.contracts.contractvoiding.ContractVoidingCatalogue.CONTRACT_VOIDING;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contractvoiding.ContractVoiding.*;
import io.milepost.contracts.contractvoiding.ContractVoidingCatalogue.View;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two people say that a contract should never have been signed. */
@DisplayName("Decision 44: a contract that was signed by mistake is void with a reason, by two people")
class ContractVoidingTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CONTRACT_VOIDING);
    private static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final SignedByMistake SIGNED = new SignedByMistake("kim", true, false, false);
    private static final RequestVoiding REQUEST =
            new RequestVoiding(CONTRACT, VoidingCause.WRONG_ACCOUNT, "it is the sister company");
    private static final VoidingRequested REQUESTED =
            new VoidingRequested(CONTRACT, "kim", VoidingCause.WRONG_ACCOUNT, "it is the sister company", "lee", TODAY);
    private static final DecideVoiding GRANT = new DecideVoiding(true, null);
    private static final DecideVoiding DENY = new DecideVoiding(false, "it is the same company");
    private static final VoidingGranted GRANTED =
            new VoidingGranted(CONTRACT, VoidingCause.WRONG_ACCOUNT, "it is the sister company", "lee", "jo", TODAY);
    private static final VoidingDenied DENIED = new VoidingDenied(CONTRACT, "it is the same company", "jo", TODAY);
    private static final Scenario<ContractVoiding, Command, Event> NOTHING =
            Scenario.of(CONTRACT_VOIDING).recording(REACHED).reading(SIGNED);
    private static final Scenario<ContractVoiding, Command, Event> ASKED = NOTHING.given(REQUESTED);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("One asks with a cause and a reason, and another one grants it")
    void one_asks_and_another_decides() {
        var granted = NOTHING.when(REQUEST)
                .by("lee")
                .then(REQUESTED)
                .when(GRANT)
                .by("jo")
                .then(GRANTED)
                .when(GRANT)
                .by("jo")
                .thenNothing()
                .when(DENY)
                .by("jo")
                .thenRefused(VOIDING_DECIDED);
        assertThat(View.of(ASKED.state()).status()).isEqualTo("REQUESTED");
        assertThat(View.of(granted.state()).status()).isEqualTo("GRANTED");
        assertThat(View.of(granted.state()).decidedBy()).isEqualTo("jo");
        NOTHING.when(new RequestVoiding(CONTRACT, VoidingCause.OTHER, " ")).thenRefused(REASON_MISSING, "/reason");
    }

    @Test
    @DisplayName("Whoever denies it says why, and the contract stands")
    void it_may_be_denied() {
        ASKED.when(new DecideVoiding(false, null)).by("jo").thenRefused(REASON_MISSING, "/reason");
        ASKED.when(new DecideVoiding(false, " ")).by("jo").thenRefused(REASON_MISSING, "/reason");
        var denied = ASKED.when(DENY).by("jo").then(DENIED).when(DENY).by("jo").thenNothing();
        denied.when(GRANT).by("jo").thenRefused(VOIDING_DECIDED);
        denied.when(new DecideVoiding(false, "another reason")).by("jo").thenRefused(VOIDING_DECIDED);
        assertThat(View.of(denied.state()).denialReason()).isEqualTo("it is the same company");
    }

    @Test
    @DisplayName("Neither who asks decides, nor who answers for the contract")
    void two_people() {
        ASKED.when(GRANT).by("LEE").thenRefused(VOIDING_BY_ONE);
        ASKED.when(GRANT).byMember("Kim").thenRefused(VOIDING_BY_ONE);
        ASKED.when(DENY).byMember("kim").thenRefused(VOIDING_BY_ONE);
        ASKED.when(GRANT).by("jo").then(GRANTED);
        assertThat(CONTRACT_VOIDING.command(RequestVoiding.class).roles())
                .containsExactlyInAnyOrder(SALES_MANAGER, LEGAL);
        assertThat(CONTRACT_VOIDING.command(DecideVoiding.class).roles()).containsExactlyInAnyOrder(LEGAL, SPONSOR);
    }

    @Test
    @DisplayName("What nobody signed is withdrawn instead, and what delivery has taken over is not void any more")
    void only_what_is_signed_and_not_begun() {
        var draft = new SignedByMistake("kim", false, false, false);
        var begun = new SignedByMistake("kim", true, true, false);
        NOTHING.when(REQUEST).reading(draft).thenRefused(CONTRACT_NOT_SIGNED, "/contractId");
        Scenario.of(CONTRACT_VOIDING).when(REQUEST).thenRefused(CONTRACT_NOT_SIGNED, "/contractId");
        NOTHING.when(REQUEST).reading(begun).thenRefused(DELIVERY_BEGUN, "/contractId");
        ASKED.when(GRANT).by("jo").reading(draft).thenRefused(CONTRACT_NOT_SIGNED);
        ASKED.when(GRANT).by("jo").reading(begun).thenRefused(DELIVERY_BEGUN);
        ASKED.when(DENY).by("jo").reading(begun).then(DENIED);
    }

    @Test
    @DisplayName("Money, invoices, orders, changes and a sold unit stand in the way until they are undone")
    void what_stands_in_the_way() {
        var inTheWay = Map.of(
                new MoneyUnderIt(true, true), MONEY_STANDS,
                new MoneyUnderIt(false, true), INVOICES_STAND,
                new OrdersUnderIt(true), ORDERS_STAND,
                new CalledOffIt(true), ORDERS_STAND,
                new UnitUnderIt(true), UNIT_SOLD,
                new SignedByMistake("kim", true, false, true), CHANGES_UNDER_WAY);
        inTheWay.forEach((what, why) -> ASKED.when(GRANT).by("jo").reading(what).thenRefused(why));
        ASKED.when(GRANT)
                .by("jo")
                .reading(new MoneyUnderIt(false, false))
                .reading(new OrdersUnderIt(false))
                .reading(new CalledOffIt(false))
                .reading(new UnitUnderIt(false))
                .then(GRANTED);
    }
}
