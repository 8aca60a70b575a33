package io.milepost.contracts.subscription;

import io.milepost.contracts.kernel.TermsOfPhase;
import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Subscriptions that tests begin with. */
final class Subscriptions {
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    static final LocalDate CONTRACT_ON = LocalDate.parse("2026-03-20");
    static final LocalDate PAPERS_BY = LocalDate.parse("2026-03-12");
    static final UUID UNIT = new UUID(1, 1);
    static final UUID DEPOSIT_ID = Scenario.ID;
    static final Money PRICE = Money.of("90000.00", "USD");
    static final List<String> AGREEMENTS = List.of("House  Rules", "car park");
    static final Subject SUBJECT =
            new Subject("HARBOUR", "A-1", new UUID(2, 1), "first", "quay", new UUID(3, 1), PRICE, TermsOfPhase.PUBLIC);
    static final DepositSeen PAID = new DepositSeen(UNIT, "kim", true, SUBJECT);

    static final SubscriptionLetterIssued ISSUED =
            new SubscriptionLetterIssued(UNIT, DEPOSIT_ID, "L-1", "kim", SUBJECT);
    static final SubscriptionCompleted COMPLETED = completed(PaymentMethod.MORTGAGE, PAPERS_BY);
    static final SubscriptionReviewed REVIEWED = new SubscriptionReviewed(UNIT, "may");
    static final SubscriptionSigned SIGNED = new SubscriptionSigned(UNIT, AGREEMENTS, TODAY, Scenario.NOW);
    static final ExternalEntryRequested REQUESTED = requested(1);
    static final SubscriptionEnteredExternally ENTERED = new SubscriptionEnteredExternally(UNIT, "X-1", false);

    private Subscriptions() {}

    static SubscriptionCompleted completed(PaymentMethod method, @Nullable LocalDate papersBy) {
        return new SubscriptionCompleted(
                UNIT,
                "Canary Ann",
                "Canary 110",
                "+49 30 1",
                "Canary Street",
                null,
                method,
                CONTRACT_ON,
                papersBy,
                "kim");
    }

    static CompleteLetter complete(PaymentMethod method, LocalDate contractOn, @Nullable LocalDate papersBy) {
        return new CompleteLetter(
                "Canary Ann", "Canary 110", "+49 30 1", "Canary Street", null, method, contractOn, papersBy);
    }

    static ExternalEntryRequested requested(int attempt) {
        return new ExternalEntryRequested(UNIT, attempt, "L-1", "HARBOUR", "A-1", SUBJECT.accountId(), PRICE, TODAY);
    }
}
