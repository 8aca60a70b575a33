package io.milepost.opportunities;

import io.milepost.platform.testkit.AutomationLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every automation of the service; what each does to which field is in the test that has its name. */
class AutomationsTest {
    @Test
    @DisplayName(
            "Each automation has its effect once, whatever comes late, early, twice or by the clock, is refused or fails")
    void each_holds_the_eight() {
        AutomationLaw.check(new OpportunityServiceApplication().service(), """
                when-lead-converted-then-identify-opportunity late opportunity.identified opportunity.lost parks ALREADY_EXISTS
                when-customer-survey-concluded-then-show-fact given opportunity.identified late opportunity.identified opportunity.lost
                when-contract-signed-then-win-opportunity given opportunity.identified late opportunity.identified opportunity.lost parks OPPORTUNITY_CLOSED
                when-contract-voided-then-undo-win
                  given opportunity.identified opportunity.won{"contractId":"800c327a-efb3-3924-9513-cbf551abbfda"}
                  late opportunity.identified opportunity.won{"contractId":"800c327a-efb3-3924-9513-cbf551abbfda"} sales-project.proposed sales-project.closed
                    parks SALES_PROJECT_CLOSED
                when-opportunity-qualified-then-propose-sales-project
                  fact {"template":"strategic","templateVersion":1}
                  late sales-project.proposed sales-project.closed parks ALREADY_EXISTS
                when-ati-approved-then-authorize-opportunity given opportunity.identified opportunity.qualified late opportunity.identified opportunity.lost
                when-ati-rejected-then-withdraw-opportunity given opportunity.identified late opportunity.identified opportunity.lost
                when-sales-project-terminated-then-withdraw-opportunity given opportunity.identified late opportunity.identified opportunity.lost
                when-opportunity-won-then-close-sales-project
                  given sales-project.proposed late sales-project.proposed sales-project.closed
                when-opportunity-lost-then-close-sales-project
                  given sales-project.proposed late sales-project.proposed sales-project.closed
                when-opportunity-withdrawn-then-close-sales-project
                  given sales-project.proposed late sales-project.proposed sales-project.closed
                when-sales-team-released-then-release-people
                  fact {"members":["member"]}
                  given sales-project.proposed sales-project.ati-approved sales-project.team-appointed
                  late sales-project.proposed sales-project.ati-approved sales-project.team-appointed sales-project.closed follows
                when-opportunity-reopened-then-reopen-sales-project
                  given sales-project.proposed sales-project.closing-started
                  late sales-project.proposed sales-project.closed parks SALES_PROJECT_ENDED
                when-sales-closure-completed-then-close-sales-project
                  given sales-project.proposed late sales-project.proposed sales-project.closed
                when-kickoff-completed-then-begin-weekly-reporting
                  given sales-project.proposed sales-project.ati-approved sales-project.kickoff-completed sales-project.classified
                  late sales-project.proposed sales-project.ati-approved sales-project.kickoff-completed sales-project.classified weekly-reporting.begun weekly-reporting.ended
                  refused NO_REPORTS_OWED sales-project.proposed
                when-sales-project-classified-then-begin-weekly-reporting
                  given sales-project.proposed sales-project.ati-approved sales-project.kickoff-completed sales-project.classified
                  late sales-project.proposed sales-project.ati-approved sales-project.kickoff-completed sales-project.classified weekly-reporting.begun weekly-reporting.ended
                  refused NO_REPORTS_OWED sales-project.proposed
                when-plan-baselined-then-start-monitoring
                  given sales-project.proposed sales-project.ati-approved late sales-project.proposed sales-project.closed
                when-risk-management-planned-then-follow-it
                  fact {"approach":{"finding":"finding","rating":"rating","escalation":"escalation","reviewDays":30,"responsible":"r"}}
                  given risk.identified{"reviewOn":"2026-06-30"} late risk.identified risk.closed timer risk-review-missed settles
                when-sales-project-terminated-then-end-weekly-reporting
                  given weekly-reporting.begun late weekly-reporting.begun weekly-reporting.ended timer weekly-report-due
                when-sales-project-closing-started-then-end-weekly-reporting
                  given weekly-reporting.begun late weekly-reporting.begun weekly-reporting.ended timer weekly-report-due
                when-sales-project-closed-then-end-weekly-reporting
                  given weekly-reporting.begun late weekly-reporting.begun weekly-reporting.ended timer weekly-report-due
                when-sales-project-reopened-then-resume-weekly-reporting given weekly-reporting.begun weekly-reporting.ended
                when-quotation-accepted-then-agree-terms given opportunity.identified late opportunity.identified opportunity.lost
                when-quotation-superseded-then-lapse-terms
                  given opportunity.identified opportunity.terms-agreed{"quotationId":"217a1c88-b65a-3d19-89d7-f005e65a742e"}
                  ordered late opportunity.identified opportunity.lost
                when-quotation-issued-then-supersede-quotation
                  given quotation.drafted quotation.issued other:quotation.drafted other:quotation.issued
                  late quotation.drafted quotation.issued quotation.expired timer quotation-expiry settles
                when-negotiation-round-recorded-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"NEGOTIATION_ROUND"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"NEGOTIATION_ROUND"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-contract-sent-for-signature-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"SENT_FOR_SIGNATURE"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"SENT_FOR_SIGNATURE"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-solution-submitted-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"PROPOSAL_SUBMITTED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"PROPOSAL_SUBMITTED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-solution-demonstrated-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"DEMONSTRATION_HELD"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"DEMONSTRATION_HELD"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-requirement-reviewed-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"REQUIREMENT_REVIEWED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"REQUIREMENT_REVIEWED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-bid-submitted-then-reach-milestone
                  given opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"BID_SUBMITTED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]}
                  late opportunity.identified opportunity.lost
                  refused MILESTONE_ALREADY_REACHED opportunity.identified{"template":"template","templateVersion":1,"stages":[{"number":1,"name":"name","procurementStep":"step","atiNeeded":false,"milestones":[{"code":"code","meaning":"meaning","recurring":false,"followsFrom":"BID_SUBMITTED"}],"criteria":[],"commitment":"commitment","probability":12,"probabilityAssumed":true,"responsible":"PD"}]} opportunity.milestone-reached{"stage":1,"milestone":"code"} opportunity.milestone-proved{"stage":1,"milestone":"code"}
                when-requirement-baselined-then-show-fact given opportunity.identified late opportunity.identified opportunity.lost
                when-solution-confirmed-then-show-fact fact {"kind":"FORMAL"} given opportunity.identified late opportunity.identified opportunity.lost
                when-configuration-issued-then-show-fact
                  fact {"kind":"BILL_OF_QUANTITIES"} given opportunity.identified late opportunity.identified opportunity.lost
                when-bid-shortlisted-then-show-fact given opportunity.identified late opportunity.identified opportunity.lost
                when-signature-declined-then-regress-stage
                  given opportunity.identified{"stages":null,"template":"standard","templateVersion":2} opportunity.stage-advanced{"from":7,"to":8}
                  late opportunity.identified opportunity.lost
                """);
    }
}
