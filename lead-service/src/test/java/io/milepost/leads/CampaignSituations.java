package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.memberOf;
import static io.milepost.leads.OrganisationSituations.MAY;
import static io.milepost.leads.OrganisationSituations.member;

import io.milepost.leads.appraisal.Appraisal.ContestAppraisal;
import io.milepost.leads.appraisal.Appraisal.Figure;
import io.milepost.leads.appraisal.Appraisal.OpenAppraisal;
import io.milepost.leads.appraisal.Appraisal.Recommendation;
import io.milepost.leads.appraisal.Appraisal.ReviewAppraisal;
import io.milepost.leads.appraisal.Appraisal.ScoreAppraisal;
import io.milepost.leads.appraisal.Appraisal.SignOffAppraisal;
import io.milepost.leads.campaign.Campaign.*;
import io.milepost.leads.campaign.CampaignKind;
import io.milepost.leads.campaign.Plan;
import io.milepost.leads.campaign.Plan.Activity;
import io.milepost.leads.campaign.ReadinessItem;
import io.milepost.leads.guestlist.GuestList.CloseGuestList;
import io.milepost.leads.guestlist.GuestList.GuestKind;
import io.milepost.leads.guestlist.GuestList.InviteGuest;
import io.milepost.leads.guestlist.GuestList.OpenGuestList;
import io.milepost.leads.guestlist.GuestList.RecordGuestAttendance;
import io.milepost.leads.launchprogramme.LaunchProgramme.CloseLaunchProgramme;
import io.milepost.leads.launchprogramme.LaunchProgramme.OpenPhase;
import io.milepost.leads.launchprogramme.LaunchProgramme.Phase;
import io.milepost.leads.launchprogramme.LaunchProgramme.PhasePlan;
import io.milepost.leads.launchprogramme.LaunchProgramme.PlanLaunchProgramme;
import io.milepost.leads.launchprogramme.LaunchProgramme.PlanPhase;
import io.milepost.leads.launchprogramme.LaunchProgramme.Targets;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For every command of campaigns, launches and appraisals a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class CampaignSituations {
    static final PhasePlan PHASE = new PhasePlan(
            MAY, MAY.plusDays(30), "gather customers", List.of("open days"), new Targets(500, null, null));
    static final ReviewAppraisal REVIEW = new ReviewAppraisal("good year", Recommendation.REWARD, "above target");
    static final ScoreAppraisal SCORE = new ScoreAppraisal(
            List.of(new Figure("signed amount", new BigDecimal("12.5"), "sales-by-member", MAY, 4711)), 80);

    private static final RecordSpending SPENDING = new RecordSpending("T-1", Money.of("600.00", "USD"), MAY, "hall");

    private CampaignSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return appraisals(launches(guests(campaigns(walk))));
    }

    private static BadInputWalk campaigns(BadInputWalk walk) {
        return walk.accepted(PlanCampaign.class, client -> new Situation(null, campaign(memberOf(client))))
                .accepted(
                        ReviseCampaign.class,
                        client -> new Situation(
                                planned(client),
                                new ReviseCampaign(plan(memberOf(client), MarketSituations.segment(client)))))
                .refused(
                        "SEGMENT_UNKNOWN",
                        client -> new Situation(
                                planned(client), new ReviseCampaign(plan(memberOf(client), "no segment"))))
                .accepted(ApproveCampaign.class, client -> new Situation(planned(client), new ApproveCampaign()))
                .accepted(
                        CompleteReadinessItem.class,
                        client -> new Situation(approved(client), complete(ReadinessItem.MATERIALS)))
                .accepted(
                        WaiveReadinessItem.class,
                        client -> new Situation(
                                approved(client), new WaiveReadinessItem(ReadinessItem.STAFF, "machines")))
                .accepted(
                        ConfirmSiteReadiness.class,
                        client -> new Situation(complete(client), new ConfirmSiteReadiness()))
                .accepted(StartCampaign.class, client -> new Situation(ready(client), new StartCampaign()))
                .accepted(
                        IssueAdvertisement.class,
                        client -> new Situation(approved(client), advertisement(Issuer.COMPANY)))
                .refused("ISSUER_NOT_COMPANY", client -> new Situation(approved(client), advertisement(Issuer.TEAM)))
                .refused("SITE_NOT_READY", client -> new Situation(approved(client), new StartCampaign()))
                .accepted(RecordSpending.class, client -> new Situation(approved(client), SPENDING))
                .accepted(ReverseSpending.class, client -> {
                    var campaign = approved(client);
                    client.accept(campaign, SPENDING);
                    return new Situation(campaign, new ReverseSpending("T-1", "double"));
                })
                .accepted(
                        ChangeBudget.class,
                        client -> new Situation(
                                approved(client), new ChangeBudget(Money.of("2000.00", "USD"), "second day")))
                .accepted(RecordOutcome.class, client -> new Situation(started(client), new RecordOutcome(300, 20, 2)))
                .accepted(CompleteCampaign.class, client -> {
                    var campaign = started(client);
                    client.accept(campaign, new RecordOutcome(300, 20, 2));
                    return new Situation(campaign, new CompleteCampaign());
                })
                .accepted(ReviewCampaign.class, client -> {
                    var campaign = started(client);
                    client.accept(campaign, new RecordOutcome(300, 20, 2));
                    client.accept(campaign, new CompleteCampaign());
                    return new Situation(campaign, new ReviewCampaign("good place", null));
                })
                .accepted(CancelCampaign.class, client -> new Situation(planned(client), new CancelCampaign("rain")));
    }

    private static BadInputWalk guests(BadInputWalk walk) {
        return walk.accepted(
                        OpenGuestList.class,
                        client -> new Situation(null, new OpenGuestList(started(client), "day", MAY)))
                .accepted(
                        InviteGuest.class,
                        client -> new Situation(
                                list(client), new InviteGuest(GuestKind.ACCOUNT, client.create(account("Acme")))))
                .accepted(
                        RecordGuestAttendance.class,
                        client -> new Situation(
                                list(client),
                                new RecordGuestAttendance(GuestKind.LEAD, LeadSituations.registered(client), true)))
                .accepted(CloseGuestList.class, client -> new Situation(list(client), new CloseGuestList(40)))
                .refused(
                        "GUEST_UNKNOWN",
                        client -> new Situation(list(client), new InviteGuest(GuestKind.LEAD, UUID.randomUUID())));
    }

    private static BadInputWalk launches(BadInputWalk walk) {
        return walk.accepted(PlanLaunchProgramme.class, _ -> new Situation(null, programme()))
                .accepted(
                        PlanPhase.class,
                        client -> new Situation(client.create(programme()), new PlanPhase(Phase.PEAK, PHASE)))
                .accepted(OpenPhase.class, client -> {
                    var programme = client.create(programme());
                    client.accept(programme, new PlanPhase(Phase.PRE_SALE, PHASE));
                    return new Situation(programme, new OpenPhase(Phase.PRE_SALE));
                })
                .accepted(CloseLaunchProgramme.class, client -> {
                    var programme = client.create(programme());
                    for (var phase : Phase.values()) {
                        client.accept(programme, new PlanPhase(phase, PHASE));
                        client.accept(programme, new OpenPhase(phase));
                    }
                    return new Situation(programme, new CloseLaunchProgramme("sold"));
                })
                .refused(
                        "PHASE_NOT_NEXT",
                        client -> new Situation(client.create(programme()), new OpenPhase(Phase.LATE)));
    }

    private static BadInputWalk appraisals(BadInputWalk walk) {
        return walk.accepted(
                        OpenAppraisal.class, client -> new Situation(null, new OpenAppraisal(member(client), "2025")))
                .accepted(ScoreAppraisal.class, client -> new Situation(appraisal(client), SCORE))
                .accepted(ReviewAppraisal.class, client -> {
                    var appraisal = appraisal(client);
                    client.accept(appraisal, SCORE);
                    return new Situation(appraisal, REVIEW);
                })
                .accepted(ContestAppraisal.class, client -> {
                    var appraisal = appraisal(client);
                    client.accept(appraisal, SCORE);
                    client.accept(appraisal, REVIEW);
                    return new Situation(appraisal, new ContestAppraisal("wrong figure"));
                })
                .accepted(SignOffAppraisal.class, client -> {
                    var appraisal = appraisal(client);
                    client.accept(appraisal, SCORE);
                    client.accept(appraisal, REVIEW);
                    return new Situation(appraisal, new SignOffAppraisal());
                })
                .refused("PERIOD_FAULTY", client -> new Situation(null, new OpenAppraisal(member(client), "soon")));
    }

    private static Plan plan(String member) {
        return plan(member, null);
    }

    private static Plan plan(String member, @Nullable String segment) {
        return new Plan(
                "Spring drive",
                segment,
                MAY,
                MAY.plusDays(1),
                null,
                Money.of("1000.00", "USD"),
                List.of(member),
                List.of(new Activity("leaflets", MAY, null, List.of(member))));
    }

    static PlanCampaign campaign(String owner) {
        return new PlanCampaign(CampaignKind.PROMOTION, owner, plan(owner));
    }

    private static UUID planned(SuiteClient client) {
        return client.create(campaign(memberOf(client)));
    }

    private static UUID approved(SuiteClient client) {
        var campaign = planned(client);
        client.accept(campaign, new ApproveCampaign());
        return campaign;
    }

    private static CompleteReadinessItem complete(ReadinessItem item) {
        return new CompleteReadinessItem(item, "photo 7");
    }

    /** With all that its site needs. */
    private static UUID complete(SuiteClient client) {
        var campaign = approved(client);
        for (var item : List.of(ReadinessItem.MATERIALS, ReadinessItem.TIME_AND_PLACE, ReadinessItem.STAFF)) {
            client.accept(campaign, complete(item));
        }
        return campaign;
    }

    private static UUID ready(SuiteClient client) {
        var campaign = complete(client);
        client.accept(campaign, new ConfirmSiteReadiness());
        return campaign;
    }

    static UUID started(SuiteClient client) {
        var campaign = ready(client);
        client.accept(campaign, new StartCampaign());
        return campaign;
    }

    private static IssueAdvertisement advertisement(Issuer issuer) {
        return new IssueAdvertisement(issuer, Medium.RADIO, "Radio 7", "come", MAY);
    }

    private static UUID list(SuiteClient client) {
        return client.create(new OpenGuestList(started(client), "day", MAY));
    }

    private static PlanLaunchProgramme programme() {
        return new PlanLaunchProgramme(UUID.randomUUID().toString(), "Harbour view");
    }

    private static UUID appraisal(SuiteClient client) {
        return client.create(new OpenAppraisal(member(client), "2025"));
    }
}
