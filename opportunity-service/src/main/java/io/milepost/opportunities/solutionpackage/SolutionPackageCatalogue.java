package io.milepost.opportunities.solutionpackage;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.opportunities.solutionpackage.SolutionPackage.*;
import io.milepost.platform.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The solution package's commands and events; everybody who builds a solution may know of it. */
public final class SolutionPackageCatalogue {

    public static final Catalogue<SolutionPackage, Command, Event> SOLUTION_PACKAGE = Catalogue.of(
                    "solution-package", "solution-packages", SolutionPackage.DECIDER)
            .creates(PublishPackage.class, SolutionPackage::publish, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(RevisePackage.class, SALES_MANAGER, ENGINEERING, IMPORTER)
            .command(RetirePackage.class, SALES_MANAGER, ENGINEERING, IMPORTER)
            .event(PackagePublished.class, "solution-package.published", 1)
            .event(PackageRevised.class, "solution-package.revised", 1)
            .event(PackageRetired.class, "solution-package.retired", 1)
            .open()
            .refusals(No.class, TEXT_MISSING, REASON_MISSING)
            .view(View.class, View::of);

    private SolutionPackageCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status IN_FORCE or RETIRED
     */
    public record View(
            String status,
            String name,
            String strategy,
            List<String> products,
            int version,
            @Nullable String retirement) {
        static View of(SolutionPackage known) {
            var current = known.current();
            return new View(
                    known.retirement() == null ? "IN_FORCE" : "RETIRED",
                    current.name(),
                    current.strategy(),
                    current.products(),
                    known.version(),
                    known.retirement());
        }
    }
}
