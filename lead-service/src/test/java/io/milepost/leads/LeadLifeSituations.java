package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.assigned;
import static io.milepost.leads.LeadSituations.captured;
import static io.milepost.leads.LeadSituations.memberOf;
import static io.milepost.leads.LeadSituations.registered;

import io.milepost.leads.assignmentpolicy.AssignmentPolicy.AssigneeKind;
import io.milepost.leads.assignmentpolicy.AssignmentPolicy.Line;
import io.milepost.leads.assignmentpolicy.AssignmentPolicy.PublishAssignmentPolicy;
import io.milepost.leads.assignmentpolicy.AssignmentPolicy.ReviseAssignmentPolicy;
import io.milepost.leads.followuppolicy.FollowUpPolicy.PublishFollowUpPolicy;
import io.milepost.leads.followuppolicy.FollowUpPolicy.ReviseFollowUpPolicy;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.*;
import io.milepost.leads.scoringpolicy.ScoringPolicy.Criterion;
import io.milepost.leads.scoringpolicy.ScoringPolicy.PublishScoringPolicy;
import io.milepost.leads.scoringpolicy.ScoringPolicy.ReviseScoringPolicy;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Situations of the life of a lead: what is done with it between capture and conversion, and by which policies. */
final class LeadLifeSituations {
    private static final Criterion SIZE = new Criterion("size", "size of the company", 3);

    private LeadLifeSituations() {}

    /** @param customer an account that has signed a contract */
    static BadInputWalk in(BadInputWalk walk, UUID customer) {
        return walk.accepted(CompleteLead.class, client -> new Situation(client.create(captured()), completion()))
                .accepted(
                        DiscardLead.class,
                        client -> new Situation(client.create(captured()), new DiscardLead("a joke")))
                .accepted(RuleDistinct.class, client -> new Situation(duplicate(client), new RuleDistinct("a brother")))
                .accepted(
                        ClaimCustomer.class, client -> new Situation(lateDuplicate(client), new ClaimCustomer("mine")))
                .accepted(
                        MergeLead.class,
                        client -> new Situation(assigned(client), new MergeLead(registered(client), "the same")))
                .accepted(
                        DisputeAttribution.class,
                        client -> new Situation(
                                assigned(client), new DisputeAttribution(registered(client), "I met her first")))
                .accepted(RuleAttribution.class, LeadLifeSituations::dispute)
                .accepted(ScoreLead.class, client -> new Situation(registered(client), rating(scoring(client))))
                .accepted(
                        AssignByRule.class,
                        client -> new Situation(registered(client), new AssignByRule(assignment(client))))
                .accepted(
                        RecordReferral.class,
                        client -> new Situation(registered(client), new RecordReferral(customer, null)))
                .accepted(
                        GrantReferralBenefit.class,
                        client -> new Situation(
                                referred(client, customer),
                                new GrantReferralBenefit("a dinner", Money.of("120.00", "USD"))))
                .accepted(
                        SegmentLead.class,
                        client -> new Situation(registered(client), new SegmentLead(MarketSituations.segment(client))))
                .refused("SEGMENT_UNKNOWN", client -> new Situation(registered(client), new SegmentLead("no segment")))
                .accepted(LogActivity.class, client -> new Situation(assigned(client), activity()))
                .accepted(
                        ScheduleFollowUp.class,
                        client -> new Situation(
                                assigned(client),
                                new ScheduleFollowUp(
                                        LocalDate.now(ZoneOffset.UTC).plusDays(3), "canary visit")))
                .accepted(
                        MarkLeadDormant.class,
                        client -> new Situation(followed(client), new MarkLeadDormant("next year")))
                .accepted(ReactivateLead.class, client -> new Situation(dormant(client), new ReactivateLead(null)))
                .accepted(
                        PublishScoringPolicy.class,
                        _ -> new Situation(null, new PublishScoringPolicy("Presses", List.of(SIZE))))
                .accepted(
                        ReviseScoringPolicy.class,
                        client -> new Situation(
                                scoring(client),
                                new ReviseScoringPolicy(List.of(SIZE, new Criterion("b", "budget", 1)))))
                .accepted(
                        PublishAssignmentPolicy.class,
                        client -> new Situation(
                                null, new PublishAssignmentPolicy("Ohio", List.of(line(memberOf(client))))))
                .accepted(
                        ReviseAssignmentPolicy.class,
                        client -> new Situation(
                                assignment(client), new ReviseAssignmentPolicy(List.of(line(memberOf(client))))))
                .accepted(
                        PublishFollowUpPolicy.class,
                        _ -> new Situation(null, new PublishFollowUpPolicy("Unit " + UUID.randomUUID(), 1, 14, 180)))
                .accepted(
                        ReviseFollowUpPolicy.class,
                        client -> new Situation(followUps(client), new ReviseFollowUpPolicy(3, 14, 180)))
                .refused("DAYS_UNFIT", _ -> new Situation(null, new PublishFollowUpPolicy("Unit", 0, null, null)))
                .refused(
                        "BUSINESS_UNIT_UNKNOWN",
                        client -> new Situation(client.create(captured()), new RegisterLead("no unit")))
                .refused("TEAM_UNKNOWN", client -> new Situation(registered(client), new AssignLead(null, "nowhere")))
                .refused(
                        "POLICY_UNKNOWN",
                        client -> new Situation(registered(client), new AssignByRule(UUID.randomUUID())))
                .refused(
                        "REFERRAL_MISSING",
                        client -> new Situation(registered(client), new GrantReferralBenefit("a dinner", null)))
                .refused(
                        "REFERRER_NOT_CUSTOMER",
                        client -> new Situation(
                                registered(client), new RecordReferral(client.create(account("Acme")), null)))
                .refused("OTHER_LEAD_UNFIT", client -> {
                    var lead = assigned(client);
                    return new Situation(lead, new MergeLead(lead, "itself"));
                })
                .refused("CRITERIA_MISSING", _ -> new Situation(null, new PublishScoringPolicy("x", List.of())))
                .refused("LINES_MISSING", _ -> new Situation(null, new PublishAssignmentPolicy("x", List.of())))
                .refused("PHONE_INVALID", _ -> new Situation(null, capture("7", null)))
                .refused("EMAIL_INVALID", _ -> new Situation(null, capture(null, "mailto:")))
                .refused("IDENTITY_INVALID", _ -> new Situation(null, identified("n/a")));
    }

    private static CaptureLead capture(@Nullable String phone, @Nullable String email) {
        return new CaptureLead(Channel.WEB, null, null, null, null, null, phone, email, null, null, null, null, null);
    }

    private static CaptureLead identified(String number) {
        return new CaptureLead(Channel.WEB, null, null, null, null, null, null, null, null, null, null, null, number);
    }

    private static CompleteLead completion() {
        return new CompleteLead(
                "Acme",
                null,
                null,
                "Canary Ann",
                "+1 201 555 0188",
                null,
                "three canary presses",
                PhoneKind.COMPANY,
                "East",
                null);
    }

    /** Of a lead with the same e-mail. */
    static UUID duplicate(SuiteClient client) {
        var lead = captured();
        client.accept(client.create(lead), new RegisterLead());
        var second = client.create(lead);
        client.send(second, new RegisterLead(), Map.of());
        return second;
    }

    /** Of one that has ended since, so that nothing follows from a claim. */
    private static UUID lateDuplicate(SuiteClient client) {
        var second = duplicate(client);
        var holder = UUID.fromString(client.read("leads", second).path("holder").asString());
        client.accept(holder, new DisqualifyLead("no budget"));
        return second;
    }

    private static Situation dispute(SuiteClient client) {
        var lead = assigned(client);
        var other = registered(client);
        client.send(lead, new DisputeAttribution(other, "I met her first"), byAnother());
        return new Situation(lead, new RuleAttribution(other, "she did"));
    }

    /** Whoever disputes does not rule. */
    static Map<String, String> byAnother() {
        var token = SuiteParts.shared().issuer().tokenSaying("another", Map.of(), Role.SALES_REP);
        return Map.of("Authorization", "Bearer " + token);
    }

    static UUID followed(SuiteClient client) {
        var lead = assigned(client);
        client.accept(lead, activity());
        return lead;
    }

    private static UUID referred(SuiteClient client, UUID customer) {
        var lead = registered(client);
        client.accept(lead, new RecordReferral(customer, null));
        return lead;
    }

    private static UUID dormant(SuiteClient client) {
        var lead = followed(client);
        client.accept(lead, new MarkLeadDormant("next year"));
        return lead;
    }

    static LogActivity activity() {
        return new LogActivity(ActivityKind.CALL, null, "canary wants a tour", "canary call back", null);
    }

    static UUID scoring(SuiteClient client) {
        return client.create(new PublishScoringPolicy("Presses", List.of(SIZE)));
    }

    private static ScoreLead rating(UUID policy) {
        return new ScoreLead(policy, List.of(new Rating("size", 80)));
    }

    private static UUID followUps(SuiteClient client) {
        return client.create(new PublishFollowUpPolicy("Unit " + UUID.randomUUID(), null, null, null));
    }

    private static UUID assignment(SuiteClient client) {
        return client.create(new PublishAssignmentPolicy("Ohio", List.of(line(memberOf(client)))));
    }

    private static Line line(String owner) {
        return new Line(null, null, null, AssigneeKind.MEMBER, owner);
    }
}
