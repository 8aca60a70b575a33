package io.milepost.contracts;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;

import io.milepost.contracts.changeorder.ChangeOrder;
import io.milepost.contracts.changeorder.ChangeOrder.Origin;
import io.milepost.contracts.changeorder.ChangeOrderCatalogue;
import io.milepost.contracts.changeorder.ChangeOrderCommand;
import io.milepost.contracts.changeorder.ChangeOrderCommand.LineChange;
import io.milepost.contracts.changeorder.ChangeOrderEvent;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AmendedTerms;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds in every history of a change order. */
class ChangeOrderLawsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final List<Review> REVIEWS = List.of(Review.FINANCE, Review.TECHNICAL);

    @Test
    void laws_of_the_change_order() {
        changeOrders()
                .rare(ChangePartySigned.class)
                .rare(ChangeOrderSigned.class)
                .rare(ChangeOrderApplied.class)
                .check();
    }

    @Test
    void laws_of_an_approved_change_order() {
        var id = new UUID(1, 2);
        var none = Money.of("0.00", "USD");
        changeOrders()
                .after(
                        new ChangeOrderRequested(id, id, id, "kim", Origin.OURS, "training", null, null, TODAY),
                        new ChangeImpactAssessed(
                                id, List.of(), none, none, none, null, null, null, null, null, null, null, REVIEWS),
                        new ChangeReviewRequested(id, REVIEWS),
                        new ChangeReviewPassed(id, Review.FINANCE),
                        new ChangeReviewPassed(id, Review.TECHNICAL),
                        new ChangeOrderApproved(id, LocalDate.EPOCH))
                .rare(ChangeOrderRequested.class)
                .rare(ChangeReviewRequested.class)
                .rare(ChangeReviewAssigned.class)
                .rare(ChangeReviewPassed.class)
                .rare(ChangeOrderApproved.class)
                .rare(ChangeOrderRejected.class)
                .check();
    }

    private static Laws<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> changeOrders() {
        var line = new ContractLine("GTX Pro", null, BigDecimal.ONE, Money.of("12.50", "USD"), null);
        return Laws.of(CHANGE_ORDER)
                .suggesting("ContractToChange.lines", List.of(new NumberedLine(1, line)))
                .suggesting("ContractToChange.value", Money.of("12.50", "USD"))
                .suggesting("ContractToChange.signedOn", LocalDate.EPOCH)
                .suggesting("ContractToChange.closed", false)
                .suggesting("ContractToChange.reviewers", List.of(Review.TECHNICAL))
                .suggesting("RequestChange.subject", "training")
                .suggesting("AssessImpact.lines", List.of(new LineChange(null, line)))
                .suggesting("AssessImpact.terms", new AmendedTerms("a", null, null, null, null))
                .suggesting("AssessImpact.explanation", "more")
                .suggesting("AssessImpact.clauses", List.of())
                .suggesting("AssessImpact.payments", List.of())
                .suggesting("AssessImpact.moves", List.of())
                .suggesting("AssessImpact.effectiveOn", TODAY.plusDays(2))
                .suggesting("DecideChange.passed", true, true, true, true, false)
                .suggesting("review", Review.TECHNICAL, Review.FINANCE)
                .suggesting("DecideChange.reason", "price")
                .suggesting("WithdrawChange.reason", " ")
                .waits(ChangeOrderCatalogue.EFFECTIVE_DAY)
                .terminal("APPLIED", "REJECTED", "WITHDRAWN");
    }
}
