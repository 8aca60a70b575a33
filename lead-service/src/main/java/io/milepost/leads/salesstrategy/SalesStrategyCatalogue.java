package io.milepost.leads.salesstrategy;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.salesstrategy.SalesStrategy.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a sales strategy, which all may know. */
public final class SalesStrategyCatalogue {

    public static final Catalogue<SalesStrategy, Command, Event> SALES_STRATEGY = Catalogue.of(
                    "sales-strategy", "sales-strategies", SalesStrategy.DECIDER)
            .creates(DraftSalesStrategy.class, SalesStrategy::draft, SALES_MANAGER, IMPORTER)
            .command(ReviseSalesStrategy.class, SALES_MANAGER, IMPORTER)
            .command(AdoptSalesStrategy.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .event(SalesStrategyDrafted.class, "sales-strategy.drafted", 1)
            .event(SalesStrategyRevised.class, "sales-strategy.revised", 1)
            .event(SalesStrategyAdopted.class, "sales-strategy.adopted", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private SalesStrategyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status DRAFT as long as nothing was adopted, ADOPTED after that, also while a next version is a draft
     * @param inForce number of the version that is in force
     * @param versions from the first to the latest
     */
    public record View(
            String status, String title, @Nullable Integer inForce, List<VersionView> versions) {
        static View of(SalesStrategy strategy) {
            var inForce = strategy.inForce().map(Version::number).orElse(null);
            return new View(
                    inForce == null ? "DRAFT" : "ADOPTED",
                    strategy.title(),
                    inForce,
                    strategy.versions().stream()
                            .map(version -> new VersionView(statusOf(version, strategy), version))
                            .toList());
        }

        /** A draft that another one followed before it was adopted has been superseded like one that was in force. */
        private static String statusOf(Version version, SalesStrategy strategy) {
            if (strategy.inForce().filter(version::equals).isPresent()) {
                return "ADOPTED";
            }
            return version.equals(strategy.versions().getLast()) ? "DRAFT" : "SUPERSEDED";
        }
    }

    /**
     * One version.
     *
     * @param status DRAFT, ADOPTED or SUPERSEDED
     */
    public record VersionView(String status, Version version) {}
}
