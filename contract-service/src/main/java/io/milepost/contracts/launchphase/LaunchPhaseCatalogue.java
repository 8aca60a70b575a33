package io.milepost.contracts.launchphase;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.launchphase.LaunchPhase.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The commands and events of a launch phase. Sales managers and sponsors set its terms; everybody may see them. */
public final class LaunchPhaseCatalogue {

    public static final Catalogue<LaunchPhase, Command, Event> LAUNCH_PHASE = Catalogue.of(
                    "launch-phase", "launch-phases", LaunchPhase.DECIDER)
            .creates(OpenLaunchPhase.class, LaunchPhase::open, SALES_MANAGER, SPONSOR, IMPORTER)
            .claims(
                    OpenLaunchPhase.class,
                    LaunchPhase.NAME,
                    (_, _, open) -> List.of(LaunchPhase.nameIn(open.programme(), open.name())))
            .command(ReviseTerms.class, SALES_MANAGER, SPONSOR)
            .command(CloseLaunchPhase.class, SALES_MANAGER, SPONSOR)
            .event(LaunchPhaseOpened.class, "launch-phase.opened", 1)
            .tags(
                    LaunchPhaseOpened.class,
                    opened -> Set.of(new Tag(LaunchPhase.NAME, LaunchPhase.nameIn(opened.programme(), opened.name()))))
            .event(LaunchPhaseTermsRevised.class, "launch-phase.terms-revised", 1)
            .event(LaunchPhaseClosed.class, "launch-phase.closed", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IMPLAUSIBLE, CURRENCIES_MIXED)
            .view(View.class, View::of);

    private LaunchPhaseCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OPEN or CLOSED
     */
    public record View(
            String status,
            String programme,
            String name,
            PhaseKind kind,
            @Nullable String site,
            DepositTerms terms) {
        static View of(LaunchPhase phase) {
            var opened = phase.opened();
            return new View(
                    phase.closed() == null ? "OPEN" : "CLOSED",
                    opened.programme(),
                    opened.name(),
                    opened.kind(),
                    opened.site(),
                    phase.terms());
        }
    }
}
