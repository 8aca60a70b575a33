package io.milepost.contracts.obligation;

import static io.milepost.contracts.obligation.ObligationRegister.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.FAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.Debtor;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.obligation.Obligation.*;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the two parties of a contract owe each other besides money, which is the payment schedule's.
 *
 * @param obligations in the order in which they were added
 */
public record ObligationRegister(ObligationRegisterOpened opening, List<Obligation> obligations) {
    static final Decider<ObligationRegister, Command, Event> DECIDER =
            new Decider<>(ObligationRegister::decide, ObligationRegister::begin, ObligationRegister::evolve);

    /**
     * Opens the register of a signed contract, under the contract's own id.
     *
     * @param owner code of the team member who is responsible for it
     */
    public record OpenObligationRegister(UUID contractId, String owner) {}

    /** What may be asked of an open register. */
    public sealed interface Command {}

    /**
     * Adds what one party owes.
     *
     * @param code names it in its register: letters, digits, dots and hyphens
     * @param dueOn the last day on which it is in time
     */
    public record AddObligation(
            String code, Debtor debtor, @Limit(Limit.NOTE) String description, LocalDate dueOn) implements Command {}

    /**
     * It is done, in time or late.
     *
     * @param evidence what shows it
     * @param on today when absent
     */
    public record FulfilObligation(
            String code,
            @Limit(Limit.NOTE) String evidence,
            @Nullable LocalDate on) implements Command {}

    /** The party that it is owed to does without it. */
    public record WaiveObligation(
            String code, @Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the automation when the contract turned out to be signed by mistake (decision 44): nobody owes anything. */
    public record WaiveAll(String reason, String by) implements Command {}

    /** Sent by the timer when the last day has ended. */
    public record MarkObligationOverdue(String code) implements Command {}

    public sealed interface Event {}

    public record ObligationRegisterOpened(UUID contractId, String owner) implements Event {}

    public record ObligationAdded(UUID contractId, String code, Debtor debtor, String description, LocalDate dueOn)
            implements Event {}

    public record ObligationFulfilled(
            UUID contractId, String code, Debtor debtor, String evidence, LocalDate fulfilledOn) implements Event {}

    /**
     * It is no longer owed.
     *
     * @param waivedBy the subject of the token that waived it, in one of the roles that may
     */
    public record ObligationWaived(UUID contractId, String code, Debtor debtor, String reason, String waivedBy)
            implements Event {}

    /** Its last day has ended; it is still owed. */
    public record ObligationOverdue(UUID contractId, String code, Debtor debtor, LocalDate dueOn, String owner)
            implements Event {}

    public enum No implements Refusal {
        CONTRACT_NOT_SIGNED(state("a register cannot be opened before the contract is signed")),
        OBLIGATION_UNKNOWN(state("the register has no such obligation")),
        OBLIGATION_CODE_TAKEN(state("another obligation has this code")),
        OBLIGATION_FULFILLED(state("the obligation is fulfilled, with other evidence or on another day")),
        OBLIGATION_WAIVED(state("the obligation is waived")),
        TERMS_FAULTY(state("what the sales process says is owed cannot be entered as it is")),
        CONTRACT_FOREIGN(rule("a register must have the id of its contract")),
        CODE_FAULTY(rule("a code can have only letters, digits, dots and hyphens")),
        DESCRIPTION_MISSING(rule("an obligation must say what is owed")),
        EVIDENCE_MISSING(rule("a fulfilment must name its evidence"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What a register has to know of its contract.
     *
     * @param signedOn null as long as it is not signed
     * @param terms what its sales process says that both sides owe
     */
    record OwedUnder(@Nullable LocalDate signedOn, List<ObligationTerm> terms) {
        public OwedUnder {
            terms = List.copyOf(terms);
        }
    }

    public ObligationRegister {
        obligations = List.copyOf(obligations);
    }

    /** Whoever opens it, it holds from the start what the contract's sales process says. */
    static Decision<Event> open(OpenObligationRegister open, Occasion occasion) {
        var owed = occasion.read(OwedUnder.class).orElse(null);
        var signedOn = owed == null ? null : owed.signedOn();
        return check().owner("/owner", open.owner())
                .that(open.contractId().equals(occasion.id()), "/contractId", CONTRACT_FOREIGN)
                .then(() -> {
                    if (owed == null || signedOn == null) {
                        return refused(CONTRACT_NOT_SIGNED);
                    }
                    var added = owed.terms().stream()
                            .map(term -> owedFrom(signedOn, open.contractId(), term))
                            .toList();
                    if (!areSound(added, occasion.today())) {
                        return refused(TERMS_FAULTY);
                    }
                    Event opened = new ObligationRegisterOpened(open.contractId(), open.owner());
                    return accepted(
                            Stream.concat(Stream.of(opened), added.stream()).toList());
                });
    }

    static Decision<Event> decide(ObligationRegister register, Command command, Occasion occasion) {
        return switch (command) {
            case AddObligation add -> register.add(add, occasion.today());
            case FulfilObligation(var code, var evidence, var on) ->
                check().text("/evidence", evidence, EVIDENCE_MISSING)
                        .notAfter("/on", on, occasion.today())
                        .within(FAR, "/on", on, occasion.today())
                        .then(() -> register.onKnown(code, known -> known.fulfil(evidence, on, occasion.today())));
            case WaiveObligation(var code, var reason) ->
                check().reason("/reason", reason)
                        .then(() -> register.onKnown(
                                code,
                                known -> known.waive(reason, occasion.who().name())));
            case WaiveAll(var reason, var by) ->
                accepted(register.obligations.stream()
                        .filter(Owed.class::isInstance)
                        .map(Obligation::terms)
                        .<Event>map(
                                owed -> new ObligationWaived(owed.contractId(), owed.code(), owed.debtor(), reason, by))
                        .toList());
            case MarkObligationOverdue(var code) ->
                register.onKnown(code, known -> known.markOverdue(register.opening.owner(), occasion.today()));
        };
    }

    /** Who watches what is owed; nobody in particular once the manager had to be told that something is late. */
    List<String> watchers() {
        return obligations.stream().anyMatch(one -> one instanceof Owed(var _, var overdue) && overdue)
                ? List.of()
                : List.of(opening.owner());
    }

    /** Another service has checked them; whoever adds one by hand is told more. */
    private static boolean areSound(List<ObligationAdded> added, LocalDate today) {
        return added.stream()
                                .map(terms -> Codes.canonical(terms.code()))
                                .distinct()
                                .count()
                        == added.size()
                && added.stream()
                        .allMatch(terms -> isCode(terms.code())
                                && !terms.description().isBlank()
                                && FAR.reaches(terms.dueOn(), today));
    }

    private static boolean isCode(String code) {
        return code.matches("[A-Za-z0-9.-]+");
    }

    private static ObligationAdded owedFrom(LocalDate signedOn, UUID contract, ObligationTerm term) {
        return new ObligationAdded(
                contract, term.code(), term.debtor(), term.title(), signedOn.plusDays(term.daysAfterSigning()));
    }

    static ObligationRegister begin(Event first) {
        return new ObligationRegister((ObligationRegisterOpened) first, List.of());
    }

    static ObligationRegister evolve(ObligationRegister register, Event event) {
        return switch (event) {
            case ObligationRegisterOpened _ -> register;
            case ObligationAdded terms -> register.adding(new Owed(terms, false));
            case ObligationFulfilled end -> register.changing(end.code(), terms -> new Fulfilled(terms, end));
            case ObligationWaived end -> register.changing(end.code(), terms -> new Waived(terms, end));
            case ObligationOverdue late -> register.changing(late.code(), terms -> new Owed(terms, true));
        };
    }

    private Decision<Event> add(AddObligation add, LocalDate today) {
        return check().that(isCode(add.code()), "/code", CODE_FAULTY)
                .text("/description", add.description(), DESCRIPTION_MISSING)
                .within(FAR, "/dueOn", add.dueOn(), today)
                .then(() -> {
                    var before = find(add.code());
                    var code = before.map(Obligation::code).orElse(add.code());
                    var terms = new ObligationAdded(
                            opening.contractId(), code, add.debtor(), add.description(), add.dueOn());
                    if (before.isEmpty()) {
                        return accepted(terms);
                    }
                    return before.get().terms().equals(terms) ? unchanged() : refusedAt("/code", OBLIGATION_CODE_TAKEN);
                });
    }

    private Decision<Event> onKnown(String code, Function<Obligation, Decision<Event>> decision) {
        return find(code).map(decision).orElseGet(() -> refusedAt("/code", OBLIGATION_UNKNOWN));
    }

    /** The obligation of this code, in whatever spelling. */
    private Optional<Obligation> find(String code) {
        var exact = obligations.stream().filter(obligation -> obligation.code().equals(code));
        var alike = obligations.stream().filter(obligation -> Codes.same(obligation.code(), code));
        return Stream.concat(exact, alike).findFirst();
    }

    private ObligationRegister adding(Obligation obligation) {
        return new ObligationRegister(
                opening,
                Stream.concat(obligations.stream(), Stream.of(obligation)).toList());
    }

    private ObligationRegister changing(String code, Function<ObligationAdded, Obligation> change) {
        return new ObligationRegister(
                opening,
                obligations.stream()
                        .map(obligation ->
                                obligation.code().equals(code) ? change.apply(obligation.terms()) : obligation)
                        .toList());
    }
}
