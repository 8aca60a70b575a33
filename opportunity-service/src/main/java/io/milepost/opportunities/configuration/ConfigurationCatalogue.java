package io.milepost.opportunities.configuration;

import static io.milepost.opportunities.opportunity.OpportunityCatalogue.OPPORTUNITY;
import static io.milepost.opportunities.solution.SolutionCatalogue.SOLUTION;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.configuration.Configuration.*;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.opportunity.OpportunityCatalogue;
import io.milepost.opportunities.solution.Solution;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands and events of bills and forecasts. */
public final class ConfigurationCatalogue {

    public static final Catalogue<Configuration, Command, Event> CONFIGURATION = Catalogue.of(
                    "configuration", "configurations", Configuration.DECIDER)
            .creates(DraftConfiguration.class, Configuration::draft, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    DraftConfiguration.class,
                    () -> OPPORTUNITY,
                    (_, draft) -> draft.opportunityId(),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    DraftConfiguration.class,
                    () -> SOLUTION,
                    (_, draft) -> draft.solutionId(),
                    SpelledOut.class,
                    ConfigurationCatalogue::spelledOut)
            .command(ReviseConfiguration.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    ReviseConfiguration.class,
                    () -> OPPORTUNITY,
                    (configuration, _) -> dealOf(configuration),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .command(IssueConfiguration.class, SALES_REP, SALES_MANAGER, ENGINEERING, IMPORTER)
            .reads(
                    IssueConfiguration.class,
                    () -> OPPORTUNITY,
                    (configuration, _) -> dealOf(configuration),
                    PursuedDeal.class,
                    OpportunityCatalogue::pursued)
            .reads(
                    IssueConfiguration.class,
                    () -> SOLUTION,
                    (configuration, _) -> solutionOf(configuration),
                    SpelledOut.class,
                    ConfigurationCatalogue::spelledOut)
            .event(ConfigurationDrafted.class, "configuration.drafted", 1)
            .event(ConfigurationRevised.class, "configuration.revised", 1)
            .event(ConfigurationIssued.class, "configuration.issued", 1)
            .rootedBy(Event::opportunityId)
            .ownedBy(configuration -> configuration.drafted().owner())
            .refusals(PursuedDeal.No.class)
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private ConfigurationCatalogue() {}

    private static @Nullable UUID dealOf(@Nullable Configuration configuration) {
        return configuration == null ? null : configuration.drafted().opportunityId();
    }

    private static @Nullable UUID solutionOf(@Nullable Configuration configuration) {
        return configuration == null ? null : configuration.drafted().solutionId();
    }

    private static SpelledOut spelledOut(Solution solution) {
        return new SpelledOut(
                solution.opportunityId(),
                solution.standing() == Solution.Standing.CONFIRMED,
                solution.versions().getLast().version());
    }

    /**
     * What a read shows.
     *
     * @param status DRAFT, or ISSUED where the latest version is
     */
    public record View(
            String status,
            UUID opportunityId,
            String owner,
            ConfigurationKind kind,
            @Nullable UUID solutionId,
            ConfigurationRevised latest,
            @Nullable ConfigurationIssued issued,
            List<ConfigurationRevised> versions) {
        static View of(Configuration configuration) {
            var drafted = configuration.drafted();
            return new View(
                    configuration.isIssued() ? "ISSUED" : "DRAFT",
                    drafted.opportunityId(),
                    drafted.owner(),
                    drafted.kind(),
                    drafted.solutionId(),
                    configuration.latest(),
                    configuration.issued(),
                    configuration.versions());
        }
    }
}
