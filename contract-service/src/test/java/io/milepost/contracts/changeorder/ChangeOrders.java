package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardClause;
import io.milepost.contracts.kernel.StandardWording;
import io.milepost.contracts.kernel.Terms;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Change orders as tests need them: of a contract over two presses for 9,642.00 USD that was signed yesterday. */
final class ChangeOrders {
    /** With which the clauses of the contract are compared. */
    static final StandardWording WORDING =
            new StandardWording("north", 2, List.of(new StandardClause("W-1", "Warranty", "two years", true)));

    static final UUID CONTRACT = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
    static final UUID OPPORTUNITY = UUID.fromString("01900000-0000-7000-8000-0000000000a2");
    static final UUID ACCOUNT = UUID.fromString("01900000-0000-7000-8000-0000000000a3");
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate YESTERDAY = TODAY.minusDays(1);
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final Money VALUE = usd("9642.00");
    static final ContractLine PRESSES = line("GTX Pro", "2", "4821.00");
    static final ContractLine THREE = line("GTX Pro", "3", "4821.00");
    static final Terms TERMS =
            new Terms("ISO 9001", LocalDate.parse("2026-09-30"), "30 days net", "delivery", "1 year", null);
    static final List<Review> REVIEWS = List.of(Review.FINANCE, Review.TECHNICAL);
    static final RequestChange REQUEST =
            new RequestChange(CONTRACT, Origin.CUSTOMER, "a third press", "more orders", "letter 7");
    static final ChangeOrderRequested REQUESTED = new ChangeOrderRequested(
            CONTRACT, OPPORTUNITY, ACCOUNT, "kim", Origin.CUSTOMER, "a third press", "more orders", "letter 7", TODAY);
    static final List<AmendedLine> LINES = List.of(new AmendedLine(1, PRESSES, THREE));
    static final ChangeImpactAssessed IMPACT = impact(null);
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> NOTHING =
            Scenario.of(CHANGE_ORDER).reading(contract(PRESSES, false));
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> A_REQUEST = NOTHING.given(REQUESTED);
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> ASSESSED = A_REQUEST.given(IMPACT);
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> IN_REVIEW =
            ASSESSED.given(new ChangeReviewRequested(CONTRACT, REVIEWS));
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> APPROVED = approved(IMPACT);
    static final Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> APPLIED = APPROVED.given(
            by(Party.CUSTOMER), by(Party.SELLER), new ChangeOrderSigned(CONTRACT, TODAY, TODAY), applied(TODAY));

    private ChangeOrders() {}

    static Scenario<ChangeOrder, ChangeOrderCommand, ChangeOrderEvent> approved(ChangeImpactAssessed impact) {
        return A_REQUEST.given(
                impact,
                new ChangeReviewRequested(CONTRACT, REVIEWS),
                new ChangeReviewPassed(CONTRACT, Review.FINANCE),
                new ChangeReviewPassed(CONTRACT, Review.TECHNICAL),
                new ChangeOrderApproved(CONTRACT, YESTERDAY));
    }

    static ContractToChange contract(ContractLine line, boolean closed) {
        return new ContractToChange(
                OPPORTUNITY,
                ACCOUNT,
                "kim",
                line.amount(),
                List.of(new NumberedLine(1, line)),
                TERMS,
                List.of(),
                WORDING,
                List.of(Review.TECHNICAL),
                List.of(),
                YESTERDAY,
                closed);
    }

    static AssessImpact assess(@Nullable LocalDate effectiveOn, LineChange... lines) {
        return new AssessImpact(List.of(lines), null, null, null, null, effectiveOn, null);
    }

    static ChangeImpactAssessed impact(@Nullable LocalDate effectiveOn) {
        return new ChangeImpactAssessed(
                CONTRACT,
                LINES,
                usd("4821.00"),
                VALUE,
                usd("14463.00"),
                null,
                null,
                null,
                null,
                null,
                effectiveOn,
                null,
                REVIEWS);
    }

    static ChangePartySigned by(Party party) {
        return new ChangePartySigned(
                CONTRACT, party, "sealed name", TODAY, party == Party.CUSTOMER ? "someone" : "desk");
    }

    static ChangeOrderApplied applied(LocalDate effectiveOn) {
        return new ChangeOrderApplied(CONTRACT, TODAY, effectiveOn, LINES, null, null, null, null);
    }

    static ContractLine line(String product, String quantity, String unitPrice) {
        return new ContractLine(product, null, new BigDecimal(quantity), usd(unitPrice), null);
    }

    static Money usd(String amount) {
        return Money.of(amount, "USD");
    }
}
