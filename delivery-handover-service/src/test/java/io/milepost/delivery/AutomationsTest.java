package io.milepost.delivery;

import io.milepost.platform.testkit.AutomationLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every automation of the service; what each does to which field is in the test that has its name. */
class AutomationsTest {
    @Test
    @DisplayName(
            "Each automation has its effect once, whatever comes late, early, twice or by the clock, is refused or fails")
    void each_holds_the_eight() {
        AutomationLaw.check(new DeliveryHandoverServiceApplication().service(), """
                when-contract-signed-then-initiate-handover
                  late handover.initiated handover.returned parks ALREADY_EXISTS
                when-handover-accepted-then-create-delivery-project
                  late delivery-project.created delivery-project.closed parks ALREADY_EXISTS
                when-handover-accepted-then-open-acceptance late acceptance.opened parks ALREADY_EXISTS
                when-comprehensive-accepted-then-open-settlement
                  late settlement.opened settlement.drafted settlement.confirmed settlement.completed parks ALREADY_EXISTS
                when-comprehensive-accepted-then-plan-return-visits
                  given handover.initiated late care-visit.scheduled care-visit.done parks ALREADY_EXISTS
                when-order-confirmed-then-open-fulfilment
                  late fulfilment.opened fulfilment.commissioning-completed parks ALREADY_EXISTS
                when-change-order-applied-then-note-change
                  given change-request.raised change-request.assessed change-request.escalated
                  late change-request.raised change-request.assessed change-request.dropped
                when-change-order-rejected-then-note-change
                  given change-request.raised change-request.assessed change-request.escalated
                  late change-request.raised change-request.assessed change-request.dropped
                when-change-order-withdrawn-then-note-change
                  given change-request.raised change-request.assessed change-request.escalated
                  late change-request.raised change-request.assessed change-request.dropped
                when-document-of-sales-effective-then-list-it
                when-document-of-delivery-effective-then-list-it
                when-document-of-marketing-effective-then-list-it
                when-document-of-contract-effective-then-list-it
                when-solution-submitted-then-list-it
                when-configuration-issued-then-list-it
                when-bid-submitted-then-list-it
                when-quotation-accepted-then-list-it
                when-contract-signed-then-list-it
                when-contract-amended-then-list-it
                when-register-book-issued-then-list-it
                when-archive-record-filed-then-note-record
                when-archive-record-disposed-then-note-disposal
                  given filing-list.record-noted{"recordId":"1af4196e-112c-37fb-bffe-220a83518b6c"} ordered
                when-contract-signed-then-note-contract-of-deal
                when-contract-noted-then-list-papers-of-deal
                when-contract-signed-then-open-closure
                  late closure.opened closure.project-closed parks ALREADY_EXISTS
                when-contract-voided-then-call-off-handover
                  given handover.initiated
                  late handover.initiated handover.meeting-scheduled handover.held handover.accepted
                    parks HANDOVER_ALREADY_ACCEPTED
                when-contract-voided-then-call-off-closure
                  given closure.opened late closure.opened closure.project-closed parks PROJECT_CLOSED
                when-comprehensive-accepted-then-complete-item
                  given closure.opened
                  late closure.opened closure.item-waived closure.project-closed
                  refused ITEM_NOT_ON_CHECKLIST closure.opened{"items":["ARCHIVE"]}
                when-settlement-completed-then-complete-item
                  given closure.opened{"items":["SETTLEMENT"]}
                  late closure.opened{"items":["SETTLEMENT"]} closure.item-waived{"item":"SETTLEMENT"} closure.project-closed
                when-fully-collected-then-complete-item
                  given closure.opened{"items":["FULL_COLLECTION"]}
                  late closure.opened{"items":["FULL_COLLECTION"]} closure.item-waived{"item":"FULL_COLLECTION"}
                    closure.project-closed
                when-archive-complete-then-complete-item
                  fact {"opportunityId":null,"missing":[]}
                  given closure.opened{"items":["ARCHIVE"]}
                  late closure.opened{"items":["ARCHIVE"]} closure.item-waived{"item":"ARCHIVE"} closure.project-closed
                when-handover-accepted-then-complete-item
                  given closure.opened{"items":["HANDOVER"]}
                  late closure.opened{"items":["HANDOVER"]} closure.item-waived{"item":"HANDOVER"} closure.project-closed
                when-collection-reopened-then-reopen-item
                  given closure.opened{"items":["FULL_COLLECTION"]} closure.item-done{"item":"FULL_COLLECTION"}
                  late closure.opened{"items":["FULL_COLLECTION"]} closure.item-done{"item":"FULL_COLLECTION"}
                    closure.project-closed follows
                when-sales-team-appointed-then-note-sales-team
                when-version-published-then-note-rules
                when-contract-amended-then-follow-amendment
                  fact {"terms":{"deliveryDeadline":"2026-06-30"}}
                  given delivery-project.created delivery-project.team-staffed delivery-project.plan-baselined
                  late delivery-project.created delivery-project.plan-baselined delivery-project.closed parks DELIVERY_CLOSED
                  timer delivery-milestone-due
                when-contract-signed-then-note-contract
                when-contract-amended-then-note-contract
                when-payment-received-then-note-contract
                when-payment-reversed-then-note-contract
                when-payment-refunded-then-note-contract
                when-payment-moved-out-then-note-contract
                when-payment-moved-in-then-note-contract
                when-payment-restored-then-note-contract
                when-advance-missed-then-hold-delivery
                when-advance-paid-then-release-delivery given contract-copy.hold-noted ordered
                when-advance-hold-lifted-then-release-delivery given contract-copy.hold-noted ordered
                when-opportunity-won-then-open-sales-closure
                  given rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}}
                  late rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}} sales-closure.opened sales-closure.project-closed
                when-opportunity-lost-then-open-sales-closure
                  given rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}}
                  late rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}} sales-closure.opened{"outcome":"LOST","contractId":null} sales-closure.project-closed
                when-opportunity-withdrawn-then-open-sales-closure
                  given rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}}
                  late rule-set.noted{"rules":{"handoverDays":12,"closure":{"items":[],"waivable":[]},"salesClosure":{"items":["ARCHIVE"],"waivable":[]}}} sales-closure.opened{"outcome":"WITHDRAWN","contractId":null} sales-closure.project-closed
                when-sales-project-terminated-then-open-sales-closure
                  fact {"template":null,"templateVersion":null}
                  late sales-closure.opened sales-closure.project-closed
                when-opportunity-reopened-then-call-off-sales-closure
                  given sales-closure.opened late sales-closure.opened sales-closure.called-off
                when-sales-closure-opened-then-extend-closure
                  given closure.opened{"template":"standard","templateVersion":1}
                  late closure.opened{"template":"standard","templateVersion":1} closure.project-closed parks PROJECT_CLOSED
                when-closure-opened-then-confirm-contract
                  given sales-closure.opened late sales-closure.opened sales-closure.project-closed follows
                  refused CONTRACT_FOREIGN sales-closure.opened{"contractId":"01900000-0000-7000-8000-0000000000f3"}
                when-contract-confirmed-then-extend-closure
                  given closure.opened{"template":"standard","templateVersion":1}
                  late closure.opened{"template":"standard","templateVersion":1} closure.project-closed parks PROJECT_CLOSED
                when-sales-papers-filed-then-note-archive
                  fact {"missing":[]}
                  given sales-closure.opened{"items":["ARCHIVE"]}
                  late sales-closure.opened{"items":["ARCHIVE"]} sales-closure.archive-done sales-closure.project-closed
                when-people-released-then-release-resources
                  given resource-allocation.allocated late resource-allocation.allocated resource-allocation.released
                  refused RESOURCE_FOREIGN resource-allocation.allocated{"contractId":"01900000-0000-7000-8000-0000000000f3"}
                when-register-book-issued-then-note-book late book-copy.issue-noted book-copy.return-noted
                when-register-book-recovered-then-note-book late book-copy.issue-noted book-copy.return-noted
                when-risk-identified-then-note-it
                when-risk-reviewed-then-note-it
                when-risk-closed-then-note-it
                when-comprehensive-accepted-then-note-acceptance
                  given delivery-project.created late delivery-project.created delivery-project.closed follows
                when-settlement-completed-then-note-settlement
                  given delivery-project.created late delivery-project.created delivery-project.closed follows
                when-project-closed-then-note-close
                  given delivery-project.created late delivery-project.created delivery-project.closed
                when-lesson-recorded-then-keep-lesson given closure.opened late lesson.collected
                when-sales-lesson-recorded-then-keep-lesson given sales-closure.opened late lesson.collected
                when-opportunity-lost-then-keep-lesson late lesson.collected
                when-opportunity-withdrawn-then-keep-lesson late lesson.collected
                when-opportunity-rejected-then-keep-lesson late lesson.collected
                """);
    }
}
