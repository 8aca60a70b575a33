package io.milepost.delivery;

import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.changerequest.ChangeRequestCatalogue.CHANGE_REQUEST;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.coordinationtask.CoordinationTaskCatalogue.COORDINATION_TASK;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.fulfilment.FulfilmentCatalogue.FULFILMENT;
import static io.milepost.delivery.improvementaction.ImprovementActionCatalogue.IMPROVEMENT_ACTION;
import static io.milepost.delivery.resourceallocation.ResourceAllocationCatalogue.RESOURCE_ALLOCATION;
import static io.milepost.delivery.salesteam.SalesTeamCatalogue.SALES_TEAM;
import static io.milepost.delivery.servicecase.ServiceCaseCatalogue.SERVICE_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.delivery.acceptance.Acceptance.AcceptanceKind;
import io.milepost.delivery.acceptance.Acceptance.CompleteRectification;
import io.milepost.delivery.acceptance.Acceptance.RequestAcceptance;
import io.milepost.delivery.acceptance.Acceptance.ScheduleAcceptance;
import io.milepost.delivery.changerequest.ChangeRequest.AssessChange;
import io.milepost.delivery.changerequest.ChangeRequest.ChangeRaised;
import io.milepost.delivery.changerequest.ChangeRequest.DropChange;
import io.milepost.delivery.changerequest.ChangeRequest.SettleChange;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.coordinationtask.CoordinationTask.CompleteTask;
import io.milepost.delivery.deliveryproject.DeliveryEvent.*;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.deliveryproject.DeliveryProject.*;
import io.milepost.delivery.fulfilment.Fulfilment.RecordCommissioning;
import io.milepost.delivery.fulfilment.Fulfilment.RecordInstallation;
import io.milepost.delivery.fulfilment.FulfilmentEvent.FulfilmentOpened;
import io.milepost.delivery.improvementaction.ImprovementAction.CompleteImprovement;
import io.milepost.delivery.resourceallocation.ResourceAllocation.*;
import io.milepost.delivery.salesteam.SalesTeam;
import io.milepost.delivery.salesteam.SalesTeam.Member;
import io.milepost.delivery.salesteam.SalesTeam.SalesTeamNoted;
import io.milepost.delivery.servicecase.ServiceCase.StartCase;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose duty what is in a delivery, where another entity says it: the team of the delivery, and that of the sales project. */
class DutiesTest {
    private static final UUID CONTRACT = Scenario.ID;
    private static final UUID DEAL = new UUID(5, 5);
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Scenario<DeliveryProject, DeliveryProject.Command, ?> CREATED =
            Scenario.of(DELIVERY_PROJECT).given(new DeliveryProjectCreated(CONTRACT, DEAL, TODAY));
    private static final DeliveryProject STAFFED = Scenario.of(DELIVERY_PROJECT)
            .given(
                    new DeliveryProjectCreated(CONTRACT, DEAL, TODAY),
                    new DeliveryTeamStaffed("max", List.of("eva", "jo")))
            .state();
    private static final SalesTeam SALES = Scenario.of(SALES_TEAM)
            .given(new SalesTeamNoted(
                    List.of(new Member("FR", "fox"), new Member("QA", "quinn"), new Member("PD", "pia"))))
            .state();
    private static final Collection<String> LEAD = List.of("max");
    private static final Collection<String> TEAM = List.of("max", "eva", "jo");

    @Test
    @DisplayName("R-189: acceptance is prepared by the delivery team, of whatever it accepts")
    void the_team_prepares_the_acceptance() {
        for (var command : List.of(
                new RequestAcceptance(null, AcceptanceKind.COMPREHENSIVE, null, null),
                new ScheduleAcceptance(null, TODAY),
                new CompleteRectification(null))) {
            assertThat(asked(ACCEPTANCE, command, null, STAFFED, CONTRACT)).containsExactlyInAnyOrderElementsOf(TEAM);
            assertThat(asked(ACCEPTANCE, command, null, CREATED.state(), CONTRACT))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("R-189: the delivery project manager reports, releases and closes, QA of the sales project evaluates")
    void the_manager_closes() {
        var closure = Scenario.of(CLOSURE)
                .given(new ClosureOpened(
                        CONTRACT, DEAL, DEAL, ClosureKind.DELIVERY_PROJECT, "standard", 1, List.of(), List.of()))
                .state();
        for (var command :
                List.of(new SubmitSummaryReport(null, null), new ReleasePeople(List.of(), null), new CloseProject())) {
            assertThat(asked(CLOSURE, command, closure, STAFFED, CONTRACT)).containsExactlyElementsOf(LEAD);
        }
        assertThat(asked(CLOSURE, new EvaluateQuality("fine"), closure, SALES, DEAL))
                .containsExactly("quinn");
        Scenario.of(CLOSURE)
                .given(closure.opening())
                .reading(new Duty.Holders(Set.of("max")))
                .when(new CloseProject())
                .byMember("kim")
                .thenNotYourDuty();
    }

    @Test
    @DisplayName("R-189: the delivery project manager assesses a change and drops it, the team carries it out")
    void the_manager_assesses_changes() {
        var request = Scenario.of(CHANGE_REQUEST)
                .given(new ChangeRaised(CONTRACT, "another gate", "too low", "kim", "eva"))
                .state();
        assertThat(asked(CHANGE_REQUEST, new AssessChange(false, false, false, "a day"), request, STAFFED, CONTRACT))
                .containsExactlyElementsOf(LEAD);
        assertThat(asked(CHANGE_REQUEST, new DropChange("not needed"), request, STAFFED, CONTRACT))
                .containsExactlyElementsOf(LEAD);
        assertThat(asked(CHANGE_REQUEST, new SettleChange("done"), request, STAFFED, CONTRACT))
                .containsExactlyInAnyOrderElementsOf(TEAM);
    }

    @Test
    @DisplayName("R-189: the delivery project manager gives resources to the delivery, the team installs")
    void the_manager_gives_resources() {
        var crane = new ResourceAllocated(
                CONTRACT, ResourceKind.EQUIPMENT, "crane", BigDecimal.ONE, "piece", null, TODAY, TODAY);
        var allocate = new AllocateResource(
                CONTRACT, ResourceKind.EQUIPMENT, "crane", BigDecimal.ONE, "piece", null, TODAY, TODAY);
        assertThat(asked(RESOURCE_ALLOCATION, allocate, null, STAFFED, CONTRACT))
                .containsExactlyElementsOf(LEAD);
        var given = Scenario.of(RESOURCE_ALLOCATION).given(crane).state();
        assertThat(asked(RESOURCE_ALLOCATION, new ReleaseResource(null), given, STAFFED, CONTRACT))
                .containsExactlyElementsOf(LEAD);
        var goods = Scenario.of(FULFILMENT)
                .given(new FulfilmentOpened(CONTRACT, "kim", List.of(), null))
                .state();
        for (var command : List.of(new RecordInstallation(null, "bolted"), new RecordCommissioning(null, "runs"))) {
            assertThat(asked(FULFILMENT, command, goods, STAFFED, CONTRACT)).containsExactlyInAnyOrderElementsOf(TEAM);
        }
    }

    @Test
    @DisplayName("R-067, R-148: FR names the team, and its manager another one; without FR whoever has the role does")
    void fulfilment_names_the_team() {
        var staff = new StaffTeam("max", List.of("eva"));
        assertThat(asked(DELIVERY_PROJECT, staff, CREATED.state(), SALES, DEAL)).containsExactly("fox");
        assertThat(asked(DELIVERY_PROJECT, staff, STAFFED, SALES, DEAL)).containsExactlyInAnyOrder("fox", "max");
        var without = Scenario.of(SALES_TEAM)
                .given(new SalesTeamNoted(List.of(new Member("PD", "pia"))))
                .state();
        assertThat(asked(DELIVERY_PROJECT, staff, STAFFED, without, DEAL)).isEmpty();
    }

    @Test
    @DisplayName("R-189: a duty is declared for each of these by its name")
    void are_declared_by_name() {
        assertThat(name(COORDINATION_TASK, CompleteTask.class)).isEqualTo("whoever was asked for the task");
        assertThat(name(IMPROVEMENT_ACTION, CompleteImprovement.class))
                .isEqualTo("whoever answers for the improvement");
        assertThat(name(SERVICE_CASE, StartCase.class)).isEqualTo("whoever the case is assigned to");
        assertThat(name(CLOSURE, CloseProject.class)).isEqualTo("the delivery project manager");
    }

    private static String name(Catalogue<?, ?, ?> catalogue, Class<? extends Record> command) {
        return Objects.requireNonNull(catalogue.command(command).duty()).name();
    }

    /** Who has the duty according to the other entity, which is the one of that id. */
    private static <S, O> Collection<String> asked(
            Catalogue<S, ?, ?> catalogue, Record command, @Nullable S state, O other, UUID of) {
        var duty = Objects.requireNonNull(catalogue.command(command.getClass()).duty());
        @SuppressWarnings("unchecked")
        var source = (Duty.Source<S, O>) Objects.requireNonNull(duty.source());
        assertThat(source.where().of(CONTRACT, state, command)).isEqualTo(of);
        return source.members().apply(state, other);
    }
}
