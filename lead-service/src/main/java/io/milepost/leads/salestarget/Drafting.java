package io.milepost.leads.salestarget;

import static io.milepost.leads.salestarget.SalesTarget.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.salestarget.SalesTarget.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may become a target, and how it is broken down. */
final class Drafting {
    /** The key of the tag by which a target is the only one of its member, metric and period. */
    static final String TAG = "target-of";

    private Drafting() {}

    /** The strategy's version in force; null where none was adopted. */
    record CompanyStrategy(@Nullable Integer inForce) {}

    /**
     * What has to be known of the target above.
     *
     * @param approved and not closed
     */
    record Whole(Task task, Figure figure, Strategy strategy, boolean approved, boolean closed, List<Part> parts) {
        Whole {
            parts = List.copyOf(parts);
        }

        static Whole of(SalesTarget target) {
            var details = target.details();
            var cascade = details.cascade();
            return new Whole(
                    details.task(),
                    target.figure(),
                    details.strategy(),
                    target.isApproved(),
                    target instanceof Closed,
                    cascade == null ? List.of() : cascade.parts());
        }

        @Nullable
        Figure assignedTo(Task part) {
            return parts.stream()
                    .filter(one -> one.level() == part.level() && Codes.same(one.accountable(), part.accountable()))
                    .map(Part::figure)
                    .findFirst()
                    .orElse(null);
        }
    }

    static Decision<Event> draft(DraftSalesTarget draft, Occasion occasion) {
        var task = draft.task();
        return checked(task, occasion)
                .accept(() -> new SalesTargetDrafted(
                        task,
                        strategy(task, occasion),
                        assigned(task, occasion),
                        occasion.who().name()));
    }

    static Decision<Event> redraft(Task task, Occasion occasion) {
        return checked(task, occasion)
                .accept(() -> new SalesTargetRedrafted(
                        task,
                        strategy(task, occasion),
                        assigned(task, occasion),
                        occasion.who().name()));
    }

    /** What one target alone holds. */
    static String key(Task task) {
        return String.join(
                "/",
                task.parentId() == null ? "company" : task.parentId().toString(),
                task.level().name(),
                Codes.canonical(Objects.requireNonNullElse(task.team(), "")),
                Codes.canonical(task.accountable()),
                task.metric().name(),
                Objects.requireNonNullElse(task.figure().measure(), ""),
                task.from().toString(),
                task.to().toString());
    }

    private static Checks checked(Task task, Occasion occasion) {
        var checks = check().text("/task/team", task.team())
                .that(task.team() != null || task.level() != Level.DEPARTMENT, "/task/team", TEAM_MISSING)
                .owner("/task/accountable", task.accountable())
                .that(
                        MemberCode.holderOf(task.accountable(), occasion).isPresent(),
                        "/task/accountable",
                        ACCOUNTABLE_UNKNOWN)
                .within(NEAR, "/task/from", task.from(), occasion.today())
                .within(NEAR, "/task/to", task.to(), occasion.today())
                .that(!task.to().isBefore(task.from()), "/task/to", PERIOD_REVERSED)
                .that(task.from().isAfter(occasion.today()), "/task/from", PERIOD_NOT_AHEAD);
        checks = task.figure().checkedFor(task.metric(), "/task/figure", checks);
        checks = task.level() == Level.COMPANY ? ofCompany(task, occasion, checks) : below(task, occasion, checks);
        return checks.that(occasion.holderOf(TAG, key(task)).isEmpty(), TARGET_TAKEN);
    }

    private static Checks ofCompany(Task task, Occasion occasion, Checks checks) {
        return checks.that(task.parentId() == null, "/task/parentId", PARENT_MISPLACED)
                .that(task.strategyId() != null && inForce(occasion) != null, "/task/strategyId", STRATEGY_NOT_ADOPTED);
    }

    private static Checks below(Task task, Occasion occasion, Checks checks) {
        checks = checks.that(task.strategyId() == null, "/task/strategyId", STRATEGY_MISPLACED);
        return inside(task, occasion, checks);
    }

    /** Whether a target below the company is a part of the one above, as that is today. */
    static Checks inside(Task task, Occasion occasion, Checks checks) {
        var whole = occasion.read(Whole.class).orElse(null);
        if (whole == null) {
            return checks.that(false, "/task/parentId", PARENT_UNKNOWN);
        }
        var above = whole.task();
        return checks.that(!whole.closed(), "/task/parentId", PARENT_CLOSED)
                .that(task.level().isBelow(above.level()), "/task/level", LEVEL_NOT_BELOW)
                .that(task.metric() == above.metric(), "/task/metric", METRIC_DIFFERS)
                .that(task.figure().isMeasuredAs(whole.figure()), "/task/figure", MEASURE_DIFFERS)
                .that(!task.from().isBefore(above.from()), "/task/from", PERIOD_OUTSIDE)
                .that(!task.to().isAfter(above.to()), "/task/to", PERIOD_OUTSIDE)
                .that(whole.assignedTo(task) != null, "/task/accountable", NOT_IN_CASCADE);
    }

    /** Names all parts at once, and says whether they are the whole. */
    static Decision<Event> cascade(SalesTarget target, List<Part> parts, Occasion occasion) {
        var task = target.details().task();
        var whole = target.figure();
        var last = target.details().cascade();
        if (last != null && last.parts().equals(parts) && last.whole().equals(whole)) {
            return unchanged();
        }
        var checks = check().that(!parts.isEmpty(), "/parts", PARTS_MISSING);
        var taken = new HashSet<List<String>>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var at = "/parts/" + i;
            var member = Codes.canonical(part.accountable());
            checks = checks.that(part.level().isBelow(task.level()), at + "/level", LEVEL_NOT_BELOW)
                    .text(at + "/team", part.team())
                    .that(part.team() != null || part.level() != Level.DEPARTMENT, at + "/team", TEAM_MISSING)
                    .owner(at + "/accountable", part.accountable())
                    .that(
                            MemberCode.holderOf(part.accountable(), occasion).isPresent(),
                            at + "/accountable",
                            ACCOUNTABLE_UNKNOWN)
                    .that(taken.add(List.of(part.level().name(), member)), at + "/accountable", PART_REPEATED);
            checks = part.figure()
                    .checkedFor(task.metric(), at + "/figure", checks)
                    .that(part.figure().isMeasuredAs(whole), at + "/figure", MEASURE_DIFFERS);
        }
        return checks.then(() -> {
            var cascaded = cascaded(parts, whole);
            var difference = cascaded.difference();
            return difference != null && difference.isTooLarge()
                    ? refusedAt("/parts", FIGURE_TOO_LONG)
                    : accepted(cascaded);
        });
    }

    private static SalesTargetCascaded cascaded(List<Part> parts, Figure whole) {
        if (!whole.addsUp()) {
            return new SalesTargetCascaded(parts, whole, Fit.NOT_ADDITIVE, null);
        }
        var left = whole.without(parts.stream().map(Part::figure).toList());
        return left.isNothing()
                ? new SalesTargetCascaded(parts, whole, Fit.ADDS_UP, null)
                : new SalesTargetCascaded(parts, whole, Fit.DIFFERS, left);
    }

    private static Strategy strategy(Task task, Occasion occasion) {
        var id = task.strategyId();
        return id == null
                ? occasion.read(Whole.class).orElseThrow().strategy()
                : new Strategy(id, Objects.requireNonNull(inForce(occasion)));
    }

    private static @Nullable Integer inForce(Occasion occasion) {
        var strategy = occasion.read(CompanyStrategy.class).orElse(null);
        return strategy == null ? null : strategy.inForce();
    }

    private static @Nullable Figure assigned(Task task, Occasion occasion) {
        var whole = occasion.read(Whole.class).orElse(null);
        return whole == null ? null : whole.assignedTo(task);
    }
}
