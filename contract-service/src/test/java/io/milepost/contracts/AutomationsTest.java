package io.milepost.contracts;

import io.milepost.platform.testkit.AutomationLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every automation of the service; what each does to which field is in the test that has its name. */
class AutomationsTest {
    @Test
    @DisplayName(
            "Each automation has its effect once, whatever comes late, early, twice or by the clock, is refused or fails")
    void each_holds_the_eight() {
        AutomationLaw.check(new ContractServiceApplication().service(), """
                when-quotation-accepted-then-draft-contract
                  fact {"lines":[{"product":"product","quantity":1,"unitPrice":{"amount":"1250.00","currency":"USD"}}],"payments":[]}
                  late contract.drafted contract.withdrawn parks ALREADY_EXISTS
                when-version-published-then-note-review-matrix
                when-quotation-superseded-then-withdraw-contract given contract.drafted late contract.drafted contract.withdrawn
                when-opportunity-rejected-then-note-it
                when-opportunity-lost-then-note-it
                when-opportunity-withdrawn-then-note-it
                when-opportunity-reopened-then-note-it
                when-risk-identified-then-note-it
                when-risk-reviewed-then-note-it
                when-risk-closed-then-note-it
                when-contract-signed-then-open-obligation-register
                  given contract.drafted contract.party-signed contract.party-signed late obligation-register.opened
                when-contract-signed-then-plan-payments
                  fact {"payments":[]}
                  given contract.drafted contract.party-signed contract.party-signed late payment-schedule.set parks ALREADY_EXISTS
                when-change-escalated-then-request-change
                  given contract.drafted contract.party-signed contract.party-signed late change-order.requested change-order.withdrawn parks ALREADY_EXISTS
                when-change-impact-assessed-then-note-change-order
                  given contract.drafted contract.party-signed contract.party-signed late contract.drafted contract.party-signed contract.party-signed contract.closed follows
                when-change-order-rejected-then-note-change-order
                  given contract.drafted contract.party-signed contract.party-signed contract.forecast-changed{"changeOrderId":"e47ff40f-815f-3021-87d8-49ae54fb70b4"}
                  late contract.drafted contract.party-signed contract.party-signed contract.forecast-changed{"changeOrderId":"e47ff40f-815f-3021-87d8-49ae54fb70b4"} contract.closed follows
                when-change-order-withdrawn-then-note-change-order
                  given contract.drafted contract.party-signed contract.party-signed contract.forecast-changed{"changeOrderId":"e47ff40f-815f-3021-87d8-49ae54fb70b4"}
                  late contract.drafted contract.party-signed contract.party-signed contract.forecast-changed{"changeOrderId":"e47ff40f-815f-3021-87d8-49ae54fb70b4"} contract.closed follows
                when-change-order-applied-then-amend-contract
                  given contract.drafted contract.party-signed contract.party-signed late contract.drafted contract.party-signed contract.party-signed contract.closed follows
                when-contract-amended-then-rebaseline-payments
                  given payment-schedule.set late payment-schedule.set payment-schedule.fully-collected follows
                  timer instalment-day
                when-surplus-moved-then-other-contract-takes-over given payment-schedule.set
                when-surplus-returned-then-first-contract-restores given payment-schedule.set payment-schedule.payment-received payment-schedule.payment-moved-out
                when-order-confirmed-then-note-call-off fact {"lines":[{"product":"product","quantity":2.5,"unitPrice":{"amount":"1250.00","currency":"USD"}}],"calledOff":[{"line":1,"contractLine":1}]}
                when-order-cancelled-then-note-call-off
                when-milestone-reached-then-trigger-instalments
                  given payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"MILESTONE","milestone":"milestone","daysAfter":12}]}
                  late payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"MILESTONE","milestone":"milestone","daysAfter":12}]} payment-schedule.instalment-written-off follows
                when-single-point-accepted-then-trigger-instalments
                  given payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"ACCEPTANCE","milestone":"item","daysAfter":12}]}
                  late payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"ACCEPTANCE","milestone":"item","daysAfter":12}]} payment-schedule.instalment-written-off follows
                when-comprehensive-accepted-then-trigger-instalments
                  given payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"ACCEPTANCE","milestone":null,"daysAfter":12}]}
                  late payment-schedule.set{"instalments":[{"number":12,"label":"label","amount":{"amount":"1250.00","currency":"USD"},"trigger":"ACCEPTANCE","milestone":null,"daysAfter":12}]} payment-schedule.instalment-written-off follows
                when-settlement-completed-then-claim-final-payment given payment-schedule.set
                when-settlement-disputed-then-pause-collection given payment-schedule.set timer payment-reminder
                when-settlement-confirmed-then-resume-collection given payment-schedule.set payment-schedule.collection-paused
                when-comprehensive-accepted-then-record-performance
                  given contract.drafted contract.party-signed contract.party-signed late contract.drafted contract.party-signed contract.party-signed contract.performed contract.closed
                  refused CONTRACT_VOIDED contract.drafted contract.party-signed contract.party-signed contract.voided
                when-project-closed-then-close-contract
                  given contract.drafted contract.party-signed contract.party-signed late contract.drafted contract.party-signed contract.party-signed contract.performed contract.closed
                  refused CONTRACT_VOIDED contract.drafted contract.party-signed contract.party-signed contract.voided
                when-deposit-paid-then-unit-follows given sellable-unit.added sellable-unit.released-for-sale
                when-deposit-partly-paid-then-unit-follows given sellable-unit.added sellable-unit.released-for-sale
                when-deposit-topped-up-then-unit-follows
                  fact {"open":{"amount":"0.00","currency":"USD"}} given sellable-unit.added sellable-unit.released-for-sale
                when-deposit-hold-expired-then-unit-follows
                  given sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} ordered late sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} sellable-unit.sold
                when-deposit-left-unsigned-then-unit-follows
                  given sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} ordered late sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} sellable-unit.sold
                when-deposit-cancelled-then-unit-follows
                  given sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} ordered late sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} sellable-unit.sold
                when-deposit-converted-then-unit-follows given sellable-unit.added sellable-unit.released-for-sale sellable-unit.deposit-taken{"depositId":"ff2508c7-9c66-31a3-8a7f-dc99c67b10ab"} ordered
                when-contract-signed-then-convert-deposit
                  given deposit.paid late deposit.paid deposit.refunded parks DEPOSIT_ENDED
                when-payments-planned-then-deposit-notes-schedule given deposit.paid
                when-deposit-credited-then-record-receipt
                  fact {"payments":[{"receiptNo":"R-1","amount":{"amount":"1250.00","currency":"USD"},"paidOn":"2026-03-31"}]}
                  given payment-schedule.set
                when-deposit-converted-then-subscription-is
                  given subscription.letter-issued late subscription.letter-issued subscription.converted
                when-deposit-cancelled-then-end-subscription
                  given subscription.letter-issued late subscription.letter-issued subscription.expired
                when-subscription-expired-then-end-deposit given deposit.paid late deposit.paid deposit.converted
                when-subscription-signed-then-unit-follows given sellable-unit.added sellable-unit.released-for-sale
                when-voiding-granted-then-void-contract
                  given contract.drafted contract.party-signed contract.party-signed
                  late contract.drafted contract.party-signed contract.party-signed contract.closed parks CONTRACT_ALREADY_CLOSED
                when-contract-voided-then-void-payments
                  given payment-schedule.set late payment-schedule.set payment-schedule.voided timer instalment-day timer payment-reminder
                when-contract-voided-then-waive-obligations
                  given obligation-register.opened obligation-register.obligation-added
                  late obligation-register.opened timer obligation-overdue
                when-handover-accepted-then-note-handover
                  given contract.drafted contract.party-signed contract.party-signed
                  late contract.drafted contract.party-signed contract.party-signed contract.voided parks CONTRACT_VOIDED
                """);
    }
}
