package io.milepost.opportunities.solution;

import static io.milepost.opportunities.solution.Solution.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.opportunities.kernel.Proposable;
import io.milepost.opportunities.kernel.PursuedDeal;
import io.milepost.opportunities.solution.Solution.*;
import io.milepost.opportunities.solution.SolutionEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writing versions of a solution, in line with requirement and packages, and handing them to the customer. */
final class Proposing {

    private Proposing() {}

    static Decision<SolutionEvent> draft(DraftSolution draft, Occasion occasion) {
        return checkContent(draft.content(), draft.opportunityId(), occasion)
                .owner("/owner", draft.owner())
                .then(() -> PursuedDeal.closed(occasion)
                        .<Decision<SolutionEvent>>map(no -> refusedAt("/opportunityId", no))
                        .orElseGet(() -> written(draft.opportunityId(), draft.owner(), 1, draft.content(), occasion)));
    }

    /** What is with the customer is not changed; what was confirmed, or is to be changed, is followed by a next version. */
    static Decision<SolutionEvent> revise(Solution solution, SolutionContent content, Occasion occasion) {
        if (content.equals(solution.latest().content())) {
            return unchanged();
        }
        return switch (solution.standing()) {
            case SUBMITTED, DEMONSTRATED -> refused(SOLUTION_SUBMITTED);
            case DRAFT, EVALUATED, CONFIRMED, REVISION_REQUESTED -> {
                boolean unseen = solution.standing() == Standing.DRAFT && solution.evaluation() == null;
                int number = solution.latest().version() + (unseen ? 0 : 1);
                yield checkContent(content, solution.opportunityId(), occasion)
                        .that(number <= Solution.MOST, SOLUTION_FULL)
                        .then(() -> PursuedDeal.closed(occasion)
                                .<Decision<SolutionEvent>>map(no -> refused(no))
                                .orElseGet(() -> written(
                                        solution.opportunityId(), solution.owner(), number, content, occasion)));
            }
        };
    }

    private static Decision<SolutionEvent> written(
            UUID deal, String owner, int number, SolutionContent content, Occasion occasion) {
        var events = new ArrayList<SolutionEvent>();
        var off = offStrategy(content, occasion);
        events.add(new SolutionDrafted(
                deal,
                owner,
                number,
                content,
                occasion.who().name(),
                content.requirementId() == null
                        ? null
                        : occasion.read(AnsweredRequirement.class)
                                .map(AnsweredRequirement::baseline)
                                .orElse(null),
                content.packageId() == null
                        ? null
                        : occasion.read(BuiltOn.class).map(BuiltOn::version).orElse(null),
                off));
        if (!off.isEmpty()) {
            events.add(new SolutionOffStrategyFlagged(deal, number, off));
        }
        return accepted(events);
    }

    private static Checks checkContent(SolutionContent content, UUID deal, Occasion occasion) {
        var checks = check().text("/content/summary", content.summary())
                .that(!content.products().isEmpty(), "/content/products", PRODUCTS_MISSING);
        var products = new HashSet<String>();
        for (int i = 0; i < content.products().size(); i++) {
            var planned = content.products().get(i);
            var pointer = "/content/products/" + i;
            checks = checks.text(pointer + "/product", planned.product())
                    .that(products.add(Codes.canonical(planned.product())), pointer + "/product", PRODUCT_REPEATED);
            for (int f = 0; f < planned.functions().size(); f++) {
                checks = checks.text(
                        pointer + "/functions/" + f, planned.functions().get(f));
            }
        }
        boolean baselined = occasion.read(AnsweredRequirement.class)
                .filter(requirement -> requirement.opportunityId().equals(deal) && requirement.baseline() > 0)
                .isPresent();
        boolean answers = content.requirementId() != null ? baselined : content.kind() == SolutionKind.PRELIMINARY;
        return checks.that(answers, "/content/requirementId", REQUIREMENT_NOT_BASELINED)
                .that(
                        content.packageId() == null
                                || occasion.read(BuiltOn.class)
                                        .filter(BuiltOn::inForce)
                                        .isPresent(),
                        "/content/packageId",
                        PACKAGE_NOT_IN_FORCE);
    }

    /** What the package does not have; without a package, all of it. */
    private static List<String> offStrategy(SolutionContent content, Occasion occasion) {
        var known = content.packageId() == null
                ? List.<String>of()
                : occasion.read(BuiltOn.class).map(BuiltOn::products).orElse(List.of());
        var codes = known.stream().map(Codes::canonical).collect(Collectors.toSet());
        return content.products().stream()
                .map(PlannedProduct::product)
                .filter(product -> !codes.contains(Codes.canonical(product)))
                .toList();
    }

    static Decision<SolutionEvent> submit(Solution solution, Occasion occasion) {
        var latest = solution.latest();
        return switch (solution.standing()) {
            case DRAFT -> refused(SOLUTION_NOT_EVALUATED);
            case SUBMITTED, DEMONSTRATED -> unchanged();
            case CONFIRMED -> refused(SOLUTION_CONFIRMED);
            case REVISION_REQUESTED -> refused(REVISION_OWED);
            case EVALUATED ->
                check().that(!Proposable.waits(occasion), Proposable.OPPORTUNITY_ON_HOLD)
                        .that(!Proposable.lacksSurvey(occasion), Proposable.CUSTOMER_NOT_SURVEYED)
                        .that(latest.offStrategy() == null || solution.deviation() != null, DEVIATION_NOT_APPROVED)
                        .that(solution.rounds().size() < Solution.MOST, SOLUTION_FULL)
                        .then(() -> PursuedDeal.closed(occasion)
                                .<Decision<SolutionEvent>>map(no -> refused(no))
                                .orElseGet(() -> accepted(new SolutionSubmitted(
                                        solution.opportunityId(),
                                        latest.version(),
                                        latest.content().kind(),
                                        occasion.today()))));
        };
    }
}
