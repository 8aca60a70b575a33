package io.milepost.opportunities.solutionpackage;

import static io.milepost.opportunities.solutionpackage.SolutionPackage.No.*;
import static io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.SOLUTION_PACKAGE;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.solutionpackage.SolutionPackage.*;
import io.milepost.opportunities.solutionpackage.SolutionPackageCatalogue.View;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SolutionPackageTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(SOLUTION_PACKAGE);
    private static final Scenario<SolutionPackage, Command, Event> NOTHING =
            Scenario.of(SOLUTION_PACKAGE).recording(REACHED);
    private static final PackagePublished PUBLISHED = new PackagePublished("Press line", "ports", List.of("GTX Pro"));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-092: a package says what a solution may be made of, version by version, until it is retired")
    void is_published_revised_and_retired() {
        var more = List.of("GTX Pro", "Training");
        var retired = NOTHING.when(new PublishPackage("Press line", "ports", List.of("GTX Pro")))
                .then(PUBLISHED)
                .when(new RevisePackage("Press line", "ports", List.of("GTX Pro")))
                .thenNothing()
                .when(new RevisePackage("Press line", "ports", more))
                .then(new PackageRevised(2, "Press line", "ports", more))
                .when(new RetirePackage("replaced"))
                .then(new PackageRetired("replaced"))
                .when(new RetirePackage("replaced"))
                .thenNothing();
        retired.when(new RetirePackage("old")).thenRefused(PACKAGE_RETIRED);
        retired.when(new RevisePackage("Press line", "ports", List.of("GTX Pro")))
                .thenRefused(PACKAGE_RETIRED);
        assertThat(View.of(retired.state()).status()).isEqualTo("RETIRED");
        assertThat(View.of(retired.state()).version()).isEqualTo(2);
        assertThat(View.of(NOTHING.given(PUBLISHED).state()).status()).isEqualTo("IN_FORCE");
    }

    @Test
    void names_its_products_once() {
        NOTHING.when(new PublishPackage("x", "y", List.of())).thenRefused(PRODUCTS_MISSING, "/products");
        NOTHING.when(new PublishPackage("x", "y", List.of("GTX Pro", "gtx  pro")))
                .thenRefused(PRODUCT_REPEATED, "/products/1");
        NOTHING.when(new PublishPackage(" ", "y", List.of("a"))).thenRefused(TEXT_MISSING, "/name");
        NOTHING.given(PUBLISHED).when(new RetirePackage(" ")).thenRefused(REASON_MISSING, "/reason");
    }
}
