package io.milepost.leads;

import io.milepost.platform.testkit.AutomationLaw;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds of every automation of the service; what each does to which field is in the test that has its name. */
class AutomationsTest {
    @Test
    @DisplayName(
            "Each automation has its effect once, whatever comes late, early, twice or by the clock, is refused or fails")
    void each_holds_the_eight() {
        AutomationLaw.check(new LeadServiceApplication().service(730, "CN", ""), """
                when-contract-signed-then-account-becomes-customer
                  given account.opened late account.opened account.merged follows
                when-account-merged-then-survivor-absorbs-it
                  fact {"into":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened other:account.opened other:account.merged{"into":"01900000-0000-7000-8000-0000000000c1"}
                when-account-unmerged-then-survivor-releases-it
                  fact {"from":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened account.absorbed{"accountId":"e268443e-43d9-3dab-bebe-f303bbe9642f"} other:account.opened
                  timer account-dormant-after-730-days
                when-merged-account-becomes-customer-then-survivor-learns
                  fact {"mergedInto":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened other:account.opened other:account.merged{"into":"01900000-0000-7000-8000-0000000000c1"}
                when-merged-account-is-active-then-survivor-learns
                  fact {"mergedInto":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened other:account.opened other:account.merged{"into":"01900000-0000-7000-8000-0000000000c1"}
                when-merged-account-absorbs-another-then-survivor-learns
                  fact {"mergedInto":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened other:account.opened other:account.merged{"into":"01900000-0000-7000-8000-0000000000c1"}
                when-merged-account-releases-another-then-survivor-learns
                  fact {"mergedInto":"01900000-0000-7000-8000-0000000000c1"}
                  given account.opened other:account.opened other:account.merged{"into":"01900000-0000-7000-8000-0000000000c1"}
                when-reception-recorded-then-book-and-account-follow
                  given register-book.issued account.opened
                  late register-book.issued register-book.recovered account.opened follows
                when-attribution-ruled-then-merge-lead
                  fact {"attributedTo":"13edbe8b-9526-3c3a-8868-0818cace44a4"}
                  given lead.captured lead.duplicate-detected{"holder":"13edbe8b-9526-3c3a-8868-0818cace44a4"} other:lead.captured other:lead.registered
                  late lead.captured lead.discarded
                  refused LEAD_DISQUALIFIED lead.captured lead.registered lead.assigned lead.activity-logged lead.disqualified
                  refused LEAD_ALREADY_CONVERTED lead.captured lead.registered lead.assigned lead.qualified lead.converted
                  refused OTHER_LEAD_UNFIT lead.captured lead.duplicate-detected{"holder":"13edbe8b-9526-3c3a-8868-0818cace44a4"}
                when-customer-claimed-then-dispute-attribution
                  given lead.captured lead.registered late lead.captured lead.registered lead.disqualified
                when-need-found-in-service-case-then-capture-lead late lead.captured lead.discarded parks ALREADY_EXISTS
                when-need-found-in-care-visit-then-capture-lead late lead.captured lead.discarded parks ALREADY_EXISTS
                when-erasure-carried-out-in-lead-then-note-answer
                  given person.erasure-requested late person.held
                when-erasure-carried-out-in-opportunity-then-note-answer
                  given person.erasure-requested late person.held
                when-erasure-carried-out-in-contract-then-note-answer
                  given person.erasure-requested late person.held
                when-erasure-carried-out-in-delivery-then-note-answer
                  given person.erasure-requested late person.held
                """);
    }
}
