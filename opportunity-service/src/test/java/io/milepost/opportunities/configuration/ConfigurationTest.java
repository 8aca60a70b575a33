package io.milepost.opportunities.configuration;

import static io.milepost.opportunities.configuration.Configuration.ConfigurationKind.*;
import static io.milepost.opportunities.configuration.Configuration.No.*;
import static io.milepost.opportunities.configuration.ConfigurationCatalogue.CONFIGURATION;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.configuration.Configuration.*;
import io.milepost.opportunities.configuration.ConfigurationCatalogue.View;
import io.milepost.opportunities.kernel.IssuedBill;
import io.milepost.opportunities.kernel.IssuedBill.BillPosition;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(CONFIGURATION);
    private static final UUID DEAL = UUID.fromString("01900000-0000-7000-8000-0000000000b1");
    private static final UUID SOLUTION = UUID.fromString("01900000-0000-7000-8000-0000000000e3");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Scenario<Configuration, Command, Event> NOTHING = Scenario.of(CONFIGURATION)
            .recording(REACHED)
            .reading(new PursuedDeal(true))
            .reading(new SpelledOut(DEAL, true, 2));
    private static final List<Position> POSITIONS = List.of(position("1", "2", null), position("1.1", "0.5", null));
    private static final List<Position> OTHERS = List.of(position("1", "3", null));
    private static final ConfigurationDrafted DRAFTED =
            new ConfigurationDrafted(DEAL, "kim", BILL_OF_QUANTITIES, SOLUTION, POSITIONS);
    private static final ConfigurationIssued ISSUED = new ConfigurationIssued(DEAL, BILL_OF_QUANTITIES, 1, 2, TODAY);

    @Test
    @DisplayName("R-123: offers see the bill as it was issued last, whatever is drafted since")
    void offers_see_what_was_issued() {
        assertThat(NOTHING.given(DRAFTED).state().bill().version()).isZero();
        var issued = NOTHING.given(DRAFTED, ISSUED);
        assertThat(issued.state().bill().positions())
                .extracting(BillPosition::number)
                .containsExactly("1", "1.1");
        assertThat(issued.given(new ConfigurationRevised(DEAL, 2, OTHERS))
                        .state()
                        .bill())
                .isEqualTo(issued.state().bill())
                .returns(SOLUTION, IssuedBill::solutionId)
                .returns(2, IssuedBill::solutionVersion);
    }

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-093: a bill spells out a solution of its deal, position by position")
    void is_drafted_for_a_solution() {
        NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, POSITIONS)).then(DRAFTED);
        for (var kind : List.of(BILL_OF_QUANTITIES, SALES_BILL_OF_MATERIALS)) {
            NOTHING.when(draft(kind, null, POSITIONS)).thenRefused(SOLUTION_MISSING, "/solutionId");
            NOTHING.when(draft(kind, SOLUTION, POSITIONS))
                    .reading(new SpelledOut(SOLUTION, true, 2))
                    .thenRefused(SOLUTION_MISSING, "/solutionId");
        }
        NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, List.of())).thenRefused(POSITIONS_MISSING, "/positions");
        NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, List.of(position("1", "1", null), position(" 1", "1", null))))
                .thenRefused(POSITION_REPEATED, "/positions/1/number");
        for (var quantity : List.of("0", "-1", "1000000000.1")) {
            NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, List.of(position("1", quantity, null))))
                    .thenRefused(QUANTITY_OUT_OF_RANGE, "/positions/0/quantity");
        }
        NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, List.of(position(" ", "1", null))))
                .thenRefused(TEXT_MISSING, "/positions/0/number");
        NOTHING.when(new DraftConfiguration(DEAL, " ", BILL_OF_QUANTITIES, SOLUTION, POSITIONS))
                .thenRefused(OWNER_MISSING, "/owner");
        NOTHING.when(draft(BILL_OF_QUANTITIES, SOLUTION, POSITIONS))
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED, "/opportunityId");
        Scenario.of(CONFIGURATION)
                .recording(REACHED)
                .reading(new SpelledOut(DEAL, true, 2))
                .when(draft(BILL_OF_QUANTITIES, SOLUTION, POSITIONS))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_UNKNOWN, "/opportunityId");
    }

    @Test
    @DisplayName("R-093: a demand forecast says of each position by when it is needed, with a solution or before one")
    void a_forecast_says_when() {
        NOTHING.when(draft(DEMAND_FORECAST, null, POSITIONS)).thenRefused(NEEDED_ON_MISSING, "/positions/0/neededOn");
        var forecast = List.of(position("1", "2", TODAY.plusMonths(6)));
        NOTHING.when(draft(DEMAND_FORECAST, null, List.of(position("1", "2", LocalDate.parse("9999-01-01")))))
                .thenRefused(DAY_IMPLAUSIBLE, "/positions/0/neededOn");
        NOTHING.when(draft(DEMAND_FORECAST, null, forecast))
                .then(new ConfigurationDrafted(DEAL, "kim", DEMAND_FORECAST, null, forecast))
                .when(new IssueConfiguration())
                .then(new ConfigurationIssued(DEAL, DEMAND_FORECAST, 1, null, TODAY));
    }

    @Test
    @DisplayName("R-093: a bill is issued for a solution that the customer has confirmed, version by version")
    void is_issued_for_a_confirmed_solution() {
        var draft = NOTHING.given(DRAFTED);
        draft.when(new IssueConfiguration())
                .reading(new SpelledOut(DEAL, false, 2))
                .thenRefused(SOLUTION_NOT_CONFIRMED);
        draft.when(new IssueConfiguration())
                .reading(new PursuedDeal(false))
                .thenRefused(PursuedDeal.No.OPPORTUNITY_ENDED);
        draft.when(new ReviseConfiguration(OTHERS)).then(new ConfigurationRevised(DEAL, 1, OTHERS));
        draft.when(new ReviseConfiguration(POSITIONS)).thenNothing();
        var issued = draft.when(new IssueConfiguration())
                .then(ISSUED)
                .when(new IssueConfiguration())
                .thenNothing();
        var next = issued.when(new ReviseConfiguration(OTHERS)).then(new ConfigurationRevised(DEAL, 2, OTHERS));
        assertThat(View.of(issued.state()).status()).isEqualTo("ISSUED");
        assertThat(View.of(next.state()).status()).isEqualTo("DRAFT");
        assertThat(View.of(next.state()).issued()).isEqualTo(ISSUED);
        next.when(new IssueConfiguration()).then(new ConfigurationIssued(DEAL, BILL_OF_QUANTITIES, 2, 2, TODAY));
        var last = Configuration.MOST_VERSIONS;
        NOTHING.given(
                        DRAFTED,
                        new ConfigurationRevised(DEAL, last, POSITIONS),
                        new ConfigurationIssued(DEAL, BILL_OF_QUANTITIES, last, 2, TODAY))
                .when(new ReviseConfiguration(OTHERS))
                .thenRefused(CONFIGURATION_FULL);
    }

    private static DraftConfiguration draft(ConfigurationKind kind, @Nullable UUID solution, List<Position> positions) {
        return new DraftConfiguration(DEAL, "kim", kind, solution, positions);
    }

    private static Position position(String number, String quantity, @Nullable LocalDate neededOn) {
        return new Position(number, "GTX Pro", null, new BigDecimal(quantity), "piece", neededOn);
    }
}
