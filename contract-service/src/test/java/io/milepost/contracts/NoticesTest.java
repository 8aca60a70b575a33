package io.milepost.contracts;

import io.milepost.platform.testkit.NoticeWalk;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told of what, and that it is told once. */
class NoticesTest {
    @Test
    @DisplayName(
            "R-106, R-113, R-115 to R-118, R-129, R-134, R-137, R-138, R-141, 3.8: each notice goes to whom it has to, is told to somebody, and once")
    void each_is_told_to_somebody_once() {
        NoticeWalk.check(new ContractServiceApplication().service(), """
                instalment-overdue OWNER
                advance-missed OWNER MANAGER
                instalment-due OWNER
                collection-escalated MANAGER
                obligation-overdue OWNER MANAGER
                contract-review-due OWNER
                contract-review-rejected OWNER
                change-review-due OWNER
                change-order-rejected OWNER MANAGER
                deposit-rejected OWNER MANAGER
                deposit-top-up-due OWNER
                deposit-top-up-overdue OWNER MANAGER
                deposit-hold-expired OWNER MANAGER
                external-entry-failed OWNER
                external-entry-overdue OWNER MANAGER
                contract-signing-due OWNER
                contract-signing-overdue OWNER MANAGER
                mortgage-papers-overdue OWNER MANAGER
                subscription-letter-returned OWNER
                """);
    }
}
