package io.milepost.leads.launchprogramme;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.launchprogramme.LaunchProgramme.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The launch programme's commands and events. Its code is claimed by the tag {@code programme=}, in one spelling. */
public final class LaunchProgrammeCatalogue {

    public static final Catalogue<LaunchProgramme, Command, Event> LAUNCH_PROGRAMME = Catalogue.of(
                    "launch-programme", "launch-programmes", LaunchProgramme.DECIDER)
            .creates(PlanLaunchProgramme.class, LaunchProgramme::plan, SALES_MANAGER, IMPORTER)
            .claims(
                    PlanLaunchProgramme.class,
                    LaunchProgramme.CODE,
                    (_, _, plan) -> List.of(Codes.canonical(plan.code())))
            .command(PlanPhase.class, SALES_MANAGER, IMPORTER)
            .command(OpenPhase.class, SALES_MANAGER, IMPORTER)
            .command(CloseLaunchProgramme.class, SALES_MANAGER, IMPORTER)
            .event(LaunchProgrammePlanned.class, "launch-programme.planned", 1)
            .tags(
                    LaunchProgrammePlanned.class,
                    planned -> Set.of(new Tag(LaunchProgramme.CODE, Codes.canonical(planned.code()))))
            .event(LaunchPhasePlanned.class, "launch-programme.phase-planned", 1)
            .event(LaunchPhaseOpened.class, "launch-programme.phase-opened", 1)
            .event(LaunchPhaseClosed.class, "launch-programme.phase-closed", 1)
            .event(LaunchProgrammeClosed.class, "launch-programme.closed", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private LaunchProgrammeCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status PLANNED, the phase that is open (PRE_SALE, PUBLIC_SALE, PEAK or LATE), or CLOSED
     * @param phases those that are planned, in their order
     */
    public record View(
            String status,
            String code,
            String name,
            List<PhaseView> phases,
            @Nullable LaunchProgrammeClosed closed) {
        static View of(LaunchProgramme programme) {
            return new View(
                    statusOf(programme),
                    programme.planned().code(),
                    programme.planned().name(),
                    Arrays.stream(Phase.values())
                            .flatMap(phase -> PhaseView.of(programme, phase).stream())
                            .toList(),
                    programme.closed());
        }

        private static String statusOf(LaunchProgramme programme) {
            var now = programme.current();
            if (programme.closed() != null) {
                return "CLOSED";
            }
            return now == null ? "PLANNED" : now.name();
        }
    }

    /** A phase with its plan, and since when it is or was open. */
    public record PhaseView(
            Phase phase, PhasePlan plan, @Nullable LocalDate openedOn) {
        private static List<PhaseView> of(LaunchProgramme programme, Phase phase) {
            var plan = programme.plans().get(phase);
            var openedOn = programme.openings().stream()
                    .filter(opened -> opened.phase() == phase)
                    .map(LaunchPhaseOpened::on)
                    .findFirst()
                    .orElse(null);
            return plan == null ? List.of() : List.of(new PhaseView(phase, plan, openedOn));
        }
    }
}
