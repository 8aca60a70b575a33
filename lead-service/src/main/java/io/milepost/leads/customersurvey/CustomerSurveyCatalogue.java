package io.milepost.leads.customersurvey;

import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.customersurvey.CustomerSurvey.*;
import io.milepost.leads.kernel.Duties;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.lead.Lead;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands, events and the read view of a customer survey. It is as widely known as the accounts that it is about, within sales. */
public final class CustomerSurveyCatalogue {

    public static final Catalogue<CustomerSurvey, Command, Event> CUSTOMER_SURVEY = Catalogue.of(
                    "customer-survey", "customer-surveys", CustomerSurvey.DECIDER)
            .creates(PlanSurvey.class, CustomerSurvey::plan, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(PlanSurvey.class, MemberCode.TAG, (_, _, plan) -> MemberCode.spellings(plan.surveyor()))
            .reads(
                    PlanSurvey.class,
                    () -> ACCOUNT,
                    (_, plan) -> plan.accountId(),
                    KnownAccount.class,
                    _ -> new KnownAccount(true))
            .reads(PlanSurvey.class, () -> LEAD, (_, plan) -> plan.leadId(), KnownLead.class, _ -> new KnownLead(true))
            .command(RecordSurveyFinding.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    RecordSurveyFinding.class,
                    "the surveyor, or a sales manager",
                    (survey, occasion) -> survey == null
                            ? List.of()
                            : Duties.orManager(survey.plan().surveyor(), occasion))
            .digest(RecordSurveyFinding.class, "finding", RecordSurveyFinding::finding)
            .command(ConcludeSurvey.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .duty(
                    ConcludeSurvey.class,
                    "the surveyor, or a sales manager",
                    (survey, occasion) -> survey == null
                            ? List.of()
                            : Duties.orManager(survey.plan().surveyor(), occasion))
            .digest(ConcludeSurvey.class, "conclusion", ConcludeSurvey::conclusion)
            .reads(
                    ConcludeSurvey.class,
                    () -> LEAD,
                    (survey, _) -> survey == null ? null : survey.plan().leadId(),
                    DealOfLead.class,
                    lead -> new DealOfLead(Lead.dealOf(lead)))
            .command(CancelSurvey.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .event(CustomerSurveyPlanned.class, "customer-survey.planned", 1)
            .event(SurveyFindingRecorded.class, "customer-survey.finding-recorded", 1)
            .personal(SurveyFindingRecorded.class, (id, _) -> id, "finding")
            .event(CustomerSurveyCarriedOut.class, "customer-survey.concluded", 1)
            .personal(CustomerSurveyCarriedOut.class, (id, _) -> id, "conclusion")
            .tags(CustomerSurveyCarriedOut.class, done -> ofLead(done.leadId()))
            .event(CustomerSurveyCancelled.class, "customer-survey.cancelled", 1)
            .openTo(SALES_REP, SALES_MANAGER, IMPORTER, ANALYST, PRIVACY_OFFICER)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private CustomerSurveyCatalogue() {}

    private static Set<Tag> ofLead(@Nullable UUID lead) {
        return lead == null ? Set.of() : Set.of(new Tag(Lead.SURVEY_OF, lead.toString()));
    }

    /** What was found out for one question. */
    public record Finding(int question, String finding, LocalDate on, String by) {}

    /** What followed from all findings. */
    public record Result(String conclusion, LocalDate on) {}

    /**
     * What a read shows.
     *
     * @param status PLANNED, CARRIED_OUT or CANCELLED
     * @param questions numbered from 1 on
     */
    public record View(
            String status,
            String title,
            @Nullable UUID accountId,
            @Nullable UUID leadId,
            LocalDate on,
            String surveyor,
            List<Question> questions,
            List<Finding> findings,
            @Nullable Result result,
            @Nullable String reason,
            @Nullable UUID opportunityId) {
        static View of(CustomerSurvey survey) {
            var plan = survey.plan();
            var result = survey.result();
            var cancelled = survey.cancelled();
            return new View(
                    cancelled != null ? "CANCELLED" : result == null ? "PLANNED" : "CARRIED_OUT",
                    plan.title(),
                    plan.accountId(),
                    plan.leadId(),
                    plan.on(),
                    plan.surveyor(),
                    plan.questions(),
                    survey.findings().stream()
                            .map(found -> new Finding(found.question(), found.finding(), found.on(), found.by()))
                            .toList(),
                    result == null ? null : new Result(result.conclusion(), result.on()),
                    cancelled == null ? null : cancelled.reason(),
                    plan.opportunityId());
        }
    }
}
