package io.milepost.opportunities.stakeholder;

import static io.milepost.opportunities.salesproject.SalesProjectCatalogue.SALES_PROJECT;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.kernel.ProjectTeam;
import io.milepost.opportunities.salesproject.SalesProject;
import io.milepost.opportunities.salesproject.SalesProjectEvent.TeamRole;
import io.milepost.opportunities.stakeholder.Stakeholder.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Duty;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stakeholder's commands and events. Where people of the customer stand is for the account responsible to say. */
public final class StakeholderCatalogue {

    public static final Catalogue<Stakeholder, Command, Event> STAKEHOLDER = Catalogue.of(
                    "stakeholder", "stakeholders", Stakeholder.DECIDER)
            .creates(RegisterStakeholder.class, Mapping::register, SALES_REP, SALES_MANAGER, IMPORTER)
            .reads(
                    RegisterStakeholder.class,
                    () -> SALES_PROJECT,
                    (_, register) -> register.salesProjectId(),
                    ProjectTeam.class,
                    SalesProject::projectTeam)
            .command(ChangeStakeholder.class, SALES_REP, SALES_MANAGER)
            .command(AssessStakeholder.class, SALES_REP, SALES_MANAGER)
            .duty(
                    AssessStakeholder.class,
                    Duty.of(
                            AssessStakeholder.class,
                            "the account responsible (AR), for people of the customer",
                            () -> SALES_PROJECT,
                            (_, known, _) -> projectOf(known),
                            StakeholderCatalogue::assessors))
            .command(TieStakeholder.class, SALES_REP, SALES_MANAGER)
            .reads(
                    TieStakeholder.class,
                    StakeholderCatalogue::others,
                    (_, tie) -> tie.otherId(),
                    Other.class,
                    other -> new Other(other.salesProject()))
            .command(UntieStakeholder.class, SALES_REP, SALES_MANAGER)
            .command(MarkStakeholderLeft.class, SALES_REP, SALES_MANAGER)
            .event(StakeholderRegistered.class, "stakeholder.registered", 1)
            .personal(StakeholderRegistered.class, (id, _) -> id, "name", "position", "needs", "expectations")
            .event(StakeholderChanged.class, "stakeholder.changed", 1)
            .personal(StakeholderChanged.class, (id, _) -> id, "position", "needs", "expectations")
            .event(StakeholderAssessed.class, "stakeholder.assessed", 1)
            .personal(StakeholderAssessed.class, (id, _) -> id, "basis")
            .event(StakeholderTied.class, "stakeholder.tied", 1)
            .event(StakeholderUntied.class, "stakeholder.untied", 1)
            .event(StakeholderLeft.class, "stakeholder.left", 1)
            .personal(StakeholderLeft.class, (id, _) -> id, "reason")
            .rootedBy(Event::salesProjectId)
            .ownedBy(known -> known.registered().projectOwner())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING)
            .view(View.class, View::of);

    private StakeholderCatalogue() {}

    private static Catalogue<Stakeholder, Command, Event> others() {
        return STAKEHOLDER;
    }

    private static UUID projectOf(@Nullable Stakeholder known) {
        return Objects.requireNonNull(known).salesProject();
    }

    private static Set<String> assessors(@Nullable Stakeholder known, SalesProject project) {
        return Objects.requireNonNull(known).registered().side() == Side.CUSTOMER
                ? project.holders(TeamRole.AR)
                : Set.of();
    }

    /**
     * What a read shows.
     *
     * @param status ACTIVE or LEFT
     * @param name null for one of ours, and once the person is forgotten
     */
    public record View(
            String status,
            UUID salesProjectId,
            Side side,
            @Nullable String name,
            @Nullable String member,
            @Nullable UUID contactId,
            Profile profile,
            @Nullable StakeholderAssessed assessed,
            List<Tie> ties,
            @Nullable StakeholderLeft left) {
        public View {
            ties = List.copyOf(ties);
        }

        static View of(Stakeholder known) {
            var registered = known.registered();
            return new View(
                    known.left() == null ? "ACTIVE" : "LEFT",
                    registered.salesProjectId(),
                    registered.side(),
                    registered.name(),
                    registered.member(),
                    registered.contactId(),
                    known.profile(),
                    known.assessed(),
                    known.ties(),
                    known.left());
        }
    }
}
