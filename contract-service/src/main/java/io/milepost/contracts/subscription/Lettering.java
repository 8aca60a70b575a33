package io.milepost.contracts.subscription;

import static io.milepost.contracts.subscription.Subscription.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.contracts.subscription.Subscription.*;
import io.milepost.contracts.subscription.SubscriptionEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The letter: issued, completed, reviewed, signed, and handed over with the pack. */
final class Lettering {

    private Lettering() {}

    static Decision<SubscriptionEvent> issue(IssueLetter issue, Occasion occasion) {
        return check().text("/letterNo", issue.letterNo()).then(() -> {
            var deposit = occasion.read(DepositSeen.class).orElse(null);
            if (deposit == null) {
                return refused(DEPOSIT_UNKNOWN);
            }
            var subject = deposit.subject();
            if (!deposit.paid() || subject == null) {
                return refused(DEPOSIT_NOT_PAID);
            }
            return occasion.holderOf(Subscription.LETTER, Codes.canonical(issue.letterNo()))
                            .isPresent()
                    ? refused(LETTER_NO_TAKEN)
                    : accepted(new SubscriptionLetterIssued(
                            deposit.unitId(), issue.depositId(), issue.letterNo(), deposit.consultant(), subject));
        });
    }

    static Decision<SubscriptionEvent> complete(Subscription letter, CompleteLetter complete, Occasion occasion) {
        var papersBy = complete.papersBy();
        return check().text("/buyer", complete.buyer())
                .text("/idNumber", complete.idNumber())
                .text("/phone", complete.phone())
                .text("/address", complete.address())
                .text("/coBuyers", complete.coBuyers())
                .that(!complete.contractOn().isBefore(occasion.today()), "/contractOn", CONTRACT_DAY_PAST)
                .within(NEAR, "/contractOn", complete.contractOn(), occasion.today())
                .that(
                        (complete.method() == PaymentMethod.MORTGAGE) == (papersBy != null),
                        "/papersBy",
                        PAPERS_DAY_MISSING)
                .within(NEAR, "/papersBy", papersBy, occasion.today())
                .that(papersBy == null || !papersBy.isAfter(complete.contractOn()), "/papersBy", PAPERS_AFTER_SIGNING)
                .then(() -> {
                    if (letter.standing().isOver()) {
                        return refused(SUBSCRIPTION_ENDED);
                    }
                    if (letter.standing().isSigned()) {
                        return refused(LETTER_SIGNED);
                    }
                    var completed = new SubscriptionCompleted(
                            letter.unitId(),
                            complete.buyer(),
                            complete.idNumber(),
                            complete.phone(),
                            complete.address(),
                            complete.coBuyers(),
                            complete.method(),
                            complete.contractOn(),
                            papersBy,
                            occasion.who().name());
                    return letter.standing() == Standing.UNDER_REVIEW && occasion.isSame(letter.completed(), completed)
                            ? unchanged()
                            : accepted(completed);
                });
    }

    static Decision<SubscriptionEvent> review(
            Subscription letter, boolean approved, @Nullable String reason, Occasion occasion) {
        return check().reason("/reason", approved ? reason : Objects.requireNonNullElse(reason, ""))
                .then(() -> {
                    var completed = letter.completed();
                    if (letter.standing() != Standing.UNDER_REVIEW || completed == null) {
                        return refused(letter.standing().isOver() ? SUBSCRIPTION_ENDED : LETTER_NOT_UNDER_REVIEW);
                    }
                    if (occasion.who().is(completed.completedBy())) {
                        return refused(REVIEWER_COMPLETED_IT);
                    }
                    var by = occasion.who().name();
                    return accepted(
                            approved || reason == null
                                    ? new SubscriptionReviewed(letter.unitId(), by)
                                    : new SubscriptionReviewRejected(letter.unitId(), reason, by));
                });
    }

    /** From then on the external system is to know of it. */
    static Decision<SubscriptionEvent> sign(
            Subscription letter, List<String> agreements, @Nullable LocalDate on, Occasion occasion) {
        var signedOn = Objects.requireNonNullElse(on, occasion.today());
        var subject = letter.issued().subject();
        return inTime(on, occasion)
                .that(hasAll(subject.terms().sideAgreements(), agreements), "/agreements", AGREEMENT_MISSING)
                .then(() -> switch (letter.standing()) {
                    case REVIEWED ->
                        !isKept(occasion)
                                ? refused(DEPOSIT_NOT_PAID)
                                : accepted(List.of(
                                        new SubscriptionSigned(
                                                letter.unitId(), agreements, signedOn, occasion.effectiveAt()),
                                        Entering.request(letter, 1, signedOn)));
                    case SIGNED, PACK_DELIVERED -> refused(LETTER_SIGNED);
                    case LETTER_ISSUED, UNDER_REVIEW, RETURNED -> refused(LETTER_NOT_REVIEWED);
                    case CONVERTED, CANCELLED, EXPIRED -> refused(SUBSCRIPTION_ENDED);
                });
    }

    /** That the deposit stands still is part of the append's condition. */
    private static boolean isKept(Occasion occasion) {
        return occasion.read(DepositSeen.class).map(DepositSeen::paid).orElse(false);
    }

    static Decision<SubscriptionEvent> deliver(Subscription letter, DeliverPack deliver, Occasion occasion) {
        var documents = deliver.documents();
        return inTime(deliver.on(), occasion)
                .that(hasAll(letter.issued().subject().terms().pack(), documents), "/documents", DOCUMENT_MISSING)
                .that(Boolean.TRUE.equals(deliver.customerCopy()), "/customerCopy", COPY_MISSING)
                .then(() -> switch (letter.standing()) {
                    case SIGNED ->
                        accepted(new DocumentPackDelivered(
                                letter.unitId(),
                                documents,
                                true,
                                Objects.requireNonNullElse(deliver.on(), occasion.today())));
                    case PACK_DELIVERED -> unchanged();
                    case LETTER_ISSUED, UNDER_REVIEW, RETURNED, REVIEWED -> refused(LETTER_NOT_SIGNED);
                    case CONVERTED, CANCELLED, EXPIRED -> refused(SUBSCRIPTION_ENDED);
                });
    }

    private static Checks inTime(@Nullable LocalDate on, Occasion occasion) {
        return check().notAfter("/on", on, occasion.today()).within(NEAR, "/on", on, occasion.today());
    }

    private static boolean hasAll(List<String> needed, List<String> there) {
        return needed.stream().allMatch(name -> there.stream().anyMatch(one -> Codes.same(one, name)));
    }
}
