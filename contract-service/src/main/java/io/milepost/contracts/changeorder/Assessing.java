package io.milepost.contracts.changeorder;

import static io.milepost.contracts.changeorder.ChangeOrder.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Usual.AMOUNT_TOO_LARGE;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.contracts.changeorder.ChangeOrder.*;
import io.milepost.contracts.changeorder.ChangeOrderCommand.*;
import io.milepost.contracts.changeorder.ChangeOrderEvent.*;
import io.milepost.contracts.kernel.AmendedLine;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ClauseRead;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.PaymentMove;
import io.milepost.contracts.kernel.PaymentPlan;
import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change of a signed contract is asked for, and what it does is put in figures. */
final class Assessing {

    private Assessing() {}

    static Decision<ChangeOrderEvent> request(RequestChange request, Occasion occasion) {
        return onContract(
                occasion,
                contract -> check().text("/subject", request.subject(), SUBJECT_MISSING)
                        .accept(() -> new ChangeOrderRequested(
                                request.contractId(),
                                contract.opportunityId(),
                                contract.accountId(),
                                contract.owner(),
                                request.origin(),
                                request.subject(),
                                request.reason(),
                                request.reference(),
                                occasion.today())));
    }

    /** Nothing is changed of what is not signed, is over, or is not there. */
    static Decision<ChangeOrderEvent> onContract(
            Occasion occasion, Function<ContractToChange, Decision<ChangeOrderEvent>> decision) {
        var contract = occasion.read(ContractToChange.class);
        if (contract.map(ContractToChange::signedOn).isEmpty()) {
            return refused(CONTRACT_NOT_SIGNED);
        }
        return contract.get().closed() ? refused(CONTRACT_ENDED) : decision.apply(contract.get());
    }

    static Decision<ChangeOrderEvent> assess(ChangeOrder order, AssessImpact assess, Occasion occasion) {
        return switch (order) {
            case Requested _, Assessed _, InReview _ -> assessed(order, assess, occasion);
            case Approved approved ->
                approved.first() == null ? assessed(order, assess, occasion) : refused(CHANGE_BEING_SIGNED);
            case Signed _, Applied _ -> refused(CHANGE_SIGNED);
            case Ended _ -> refused(CHANGE_ENDED);
        };
    }

    private static Decision<ChangeOrderEvent> assessed(ChangeOrder order, AssessImpact assess, Occasion occasion) {
        return onContract(occasion, contract -> {
            var checks = checkLines(check(), assess.lines(), contract);
            checks = checkClauses(checks, Objects.requireNonNullElse(assess.clauses(), List.of()), contract);
            checks = checkMoves(checks, Objects.requireNonNullElse(assess.moves(), List.of()), occasion);
            checks = checks.that(saysSomething(assess), IMPACT_MISSING)
                    .within(FAR, "/terms/deliveryDeadline", deadline(assess), occasion.today())
                    .within(FAR, "/effectiveOn", assess.effectiveOn(), occasion.today())
                    .that(
                            assess.effectiveOn() == null
                                    || !assess.effectiveOn().isBefore(Objects.requireNonNull(contract.signedOn())),
                            "/effectiveOn",
                            EFFECTIVE_BEFORE_CONTRACT);
            return checks.then(() -> priced(order, assess, contract));
        });
    }

    private static Decision<ChangeOrderEvent> priced(
            ChangeOrder order, AssessImpact assess, ContractToChange contract) {
        var lines = assess.lines().stream().map(line -> amended(line, contract)).toList();
        var change = changeOf(lines, contract);
        var value = contract.value().plus(change);
        var payments = ifAny(assess.payments());
        var checks = check().that(!value.isNegative(), "/lines", VALUE_NEGATIVE)
                .that(!value.isTooLarge() && !change.isTooLarge(), "/lines", AMOUNT_TOO_LARGE)
                .that(payments == null || change.isPositive(), "/payments", PAYMENTS_WITHOUT_INCREASE);
        if (payments != null && checks.failed() == null) {
            checks = new PaymentPlan(change, payments).check(checks, PAYMENTS_FAULTY);
        }
        return checks.then(() -> {
            var terms = assess.terms() == null || assess.terms().saysNothing() ? null : assess.terms();
            var clauses = clauses(assess, contract);
            var impact = new ChangeImpactAssessed(
                    order.request().contractId(),
                    lines,
                    change,
                    contract.value(),
                    value,
                    terms == null ? null : terms.before(contract.terms()),
                    terms,
                    ifAny(clauses),
                    payments,
                    ifAny(assess.moves()),
                    assess.effectiveOn(),
                    assess.explanation(),
                    reviews(assess, change, clauses, contract));
            return impact.equals(order.impact()) ? unchanged() : accepted(impact);
        });
    }

    /** Who reviewed the contract, and whom the change concerns besides: a migrated contract was reviewed by nobody here. */
    private static List<Review> reviews(
            AssessImpact assess, Money change, List<Clause> clauses, ContractToChange contract) {
        var reviews = EnumSet.noneOf(Review.class);
        reviews.addAll(contract.reviewers());
        if (clauses.stream().anyMatch(clause -> clause.kind() == Clause.Kind.SPECIAL)) {
            reviews.add(Review.LEGAL);
        }
        if (!change.equals(Money.zero(change.currency()))
                || ifAny(assess.moves()) != null
                || (assess.terms() != null && assess.terms().paymentMethod() != null)) {
            reviews.add(Review.FINANCE);
        }
        if (!assess.lines().isEmpty() || assess.terms() != null) {
            reviews.add(Review.TECHNICAL);
        }
        return List.copyOf(reviews);
    }

    private static List<Clause> clauses(AssessImpact assess, ContractToChange contract) {
        return Objects.requireNonNullElse(assess.clauses(), List.<ClauseRead>of()).stream()
                .map(clause -> clause.in(contract.wording()))
                .toList();
    }

    private static Money changeOf(List<AmendedLine> lines, ContractToChange contract) {
        var change = Money.zero(contract.value().currency());
        for (var line : lines) {
            change = line.after() == null ? change : change.plus(line.after().amount());
            change = line.before() == null ? change : change.minus(line.before().amount());
        }
        return change;
    }

    private static AmendedLine amended(LineChange change, ContractToChange contract) {
        var before = lineOf(contract, change.number()).map(NumberedLine::line).orElse(null);
        var becomes = change.becomes();
        if (before != null && becomes != null && Codes.same(before.product(), becomes.product())) {
            becomes = becomes.of(before.source());
        }
        return new AmendedLine(change.number(), before, becomes);
    }

    static Optional<NumberedLine> lineOf(ContractToChange contract, @Nullable Integer number) {
        return contract.lines().stream()
                .filter(line -> Objects.equals(line.number(), number))
                .findFirst();
    }

    private static Checks checkLines(Checks before, List<LineChange> lines, ContractToChange contract) {
        var checks = before;
        var currency = contract.value().currency();
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var pointer = "/lines/" + i;
            var known = lineOf(contract, line.number());
            checks = checks.that(line.number() != null || line.becomes() != null, pointer, IMPACT_MISSING)
                    .that(line.number() == null || known.isPresent(), pointer + "/number", LINE_UNKNOWN)
                    .that(line.number() == null || numbers.add(line.number()), pointer + "/number", LINE_DOUBLED)
                    .that(
                            known.isEmpty()
                                    || known.get().line().unitPrice().currency().equals(currency),
                            pointer,
                            CURRENCIES_MIXED);
            var becomes = line.becomes();
            if (becomes != null) {
                checks = checks.text(pointer + "/becomes/product", becomes.product(), LINE_FAULTY)
                        .that(becomes.quantity().signum() > 0, pointer + "/becomes/quantity", LINE_FAULTY)
                        .that(becomes.hasPlausibleDiscount(), pointer + "/becomes/discountPercent", LINE_FAULTY)
                        .that(
                                becomes.source() == null || becomes.source().namesSomething(),
                                pointer + "/becomes/source",
                                LINE_FAULTY)
                        .that(
                                becomes.unitPrice().currency().equals(currency),
                                pointer + "/becomes/unitPrice/currency",
                                CURRENCIES_MIXED);
                checks = checks.failed() == null ? checks.notTooLarge(pointer + "/becomes", becomes.amount()) : checks;
            }
        }
        return checks;
    }

    private static Checks checkClauses(Checks before, List<ClauseRead> clauses, ContractToChange contract) {
        var checks = before;
        var codes = new HashSet<String>();
        for (int i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            var pointer = "/clauses/" + i;
            checks = checks.text(pointer + "/code", clause.code(), CLAUSE_FAULTY)
                    .text(pointer + "/text", clause.text(), CLAUSE_FAULTY)
                    .that(codes.add(Codes.canonical(clause.code())), pointer + "/code", CLAUSE_FAULTY)
                    .that(!clause.isMistaken(contract.wording()), pointer + "/kind", CLAUSE_KIND_DIFFERS);
        }
        return checks;
    }

    private static Checks checkMoves(Checks before, List<PaymentMove> moves, Occasion occasion) {
        var checks = before;
        var movable = occasion.read(MovablePayments.class)
                .map(MovablePayments::instalments)
                .orElse(List.of());
        var moved = new HashSet<Integer>();
        for (int i = 0; i < moves.size(); i++) {
            var move = moves.get(i);
            var pointer = "/moves/" + i;
            checks = checks.that(
                            movable.contains(move.instalment()) && moved.add(move.instalment()),
                            pointer + "/instalment",
                            INSTALMENT_NOT_MOVABLE)
                    .within(FAR, pointer + "/dueOn", move.dueOn(), occasion.today());
        }
        return checks;
    }

    private static boolean saysSomething(AssessImpact assess) {
        return !assess.lines().isEmpty()
                || (assess.terms() != null && !assess.terms().saysNothing())
                || ifAny(assess.clauses()) != null
                || ifAny(assess.moves()) != null;
    }

    private static @Nullable LocalDate deadline(AssessImpact assess) {
        return assess.terms() == null ? null : assess.terms().deliveryDeadline();
    }

    private static <T> @Nullable List<T> ifAny(@Nullable List<T> list) {
        return list == null || list.isEmpty() ? null : list;
    }
}
