package io.milepost.leads.campaign;

import static io.milepost.leads.campaign.Campaign.No.*;
import static io.milepost.leads.kernel.StaffRefusal.MEMBER_REPEATED;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignEvent.*;
import io.milepost.leads.campaign.Plan.Activity;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.kernel.SegmentCode;
import io.milepost.leads.kernel.Staff;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan has to say before anybody approves it. */
final class Planning {

    private Planning() {}

    static Decision<CampaignEvent> plan(PlanCampaign plan, Occasion occasion) {
        var owned = check().owner("/owner", plan.owner())
                .that(MemberCode.holderOf(plan.owner(), occasion).isPresent(), "/owner", OWNER_UNKNOWN);
        return checkPlan(owned, plan.plan(), null, occasion)
                .accept(() -> new CampaignPlanned(plan.kind(), plan.owner(), plan.plan()));
    }

    static Decision<CampaignEvent> revise(Campaign campaign, Plan plan, Occasion occasion) {
        if (plan.equals(campaign.plan())) {
            return unchanged();
        }
        return switch (campaign.stage()) {
            case PLANNED -> checkPlan(check(), plan, campaign.plan(), occasion).accept(() -> new CampaignRevised(plan));
            case APPROVED, READY, RUNNING, COMPLETED, REVIEWED -> refused(CAMPAIGN_APPROVED);
            case CANCELLED -> refused(CAMPAIGN_CANCELLED);
        };
    }

    /** @param before the plan that this one replaces; its staff and segment are known still, whatever became of them */
    private static Checks checkPlan(Checks checks, Plan plan, @Nullable Plan before, Occasion occasion) {
        checks = checks.text("/plan/title", plan.title())
                .text("/plan/segment", plan.segment())
                .that(isKnown(plan.segment(), before, occasion), "/plan/segment", SEGMENT_UNKNOWN)
                .text("/plan/site", plan.site())
                .within(NEAR, "/plan/from", plan.from(), occasion.today())
                .within(NEAR, "/plan/to", plan.to(), occasion.today())
                .that(!plan.to().isBefore(plan.from()), "/plan/to", PERIOD_REVERSED)
                .notNegative("/plan/budget", plan.budget())
                .that(!plan.staff().isEmpty(), "/plan/staff", STAFF_MISSING)
                .that(!plan.activities().isEmpty(), "/plan/activities", ACTIVITIES_MISSING);
        checks =
                Staff.check(checks, "/plan/staff", plan.staff(), before == null ? List.of() : before.staff(), occasion);
        var assigned = plan.staff().stream().map(Codes::canonical).collect(Collectors.toUnmodifiableSet());
        for (int i = 0; i < plan.activities().size(); i++) {
            checks = checkActivity(
                    checks, "/plan/activities/" + i, plan, plan.activities().get(i), assigned);
        }
        return checks;
    }

    private static boolean isKnown(@Nullable String segment, @Nullable Plan before, Occasion occasion) {
        return segment == null
                || (before != null && Codes.same(segment, before.segment()))
                || SegmentCode.isKnown(segment, occasion);
    }

    private static Checks checkActivity(
            Checks checks, String pointer, Plan plan, Activity activity, Set<String> assigned) {
        var within = !activity.on().isBefore(plan.from()) && !activity.on().isAfter(plan.to());
        checks = checks.text(pointer + "/title", activity.title())
                .text(pointer + "/place", activity.place())
                .that(within, pointer + "/on", ACTIVITY_OUTSIDE)
                .that(!activity.staff().isEmpty(), pointer + "/staff", STAFF_MISSING);
        var named = new HashSet<String>();
        for (int i = 0; i < activity.staff().size(); i++) {
            var code = Codes.canonical(activity.staff().get(i));
            checks = checks.that(assigned.contains(code), pointer + "/staff/" + i, STAFF_NOT_ASSIGNED)
                    .that(named.add(code), pointer + "/staff/" + i, MEMBER_REPEATED);
        }
        return checks;
    }
}
