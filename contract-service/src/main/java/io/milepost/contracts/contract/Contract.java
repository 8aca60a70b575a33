package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ContractRules.Content;
import io.milepost.contracts.kernel.ContractRules.ContractType;
import io.milepost.contracts.kernel.NumberedLine;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An agreement with a customer, from its draft to the day from which it binds, and until its project is closed. */
public sealed interface Contract {
    Decider<Contract, ContractCommand, ContractEvent> DECIDER =
            new Decider<>(Contract::decide, Evolution::begin, Evolution::evolve);

    enum No implements Refusal {
        CONTRACT_NOT_DRAFT(state("the contract is no longer a draft, but out for signature or signed")),
        CONTRACT_WITHDRAWN(state("the contract was withdrawn before both parties had signed it")),
        CONTRACT_VOIDED(state("the contract was signed by mistake and is void")),
        DEAL_ENDED(state("the deal is over without a contract; reopen it first")),
        CONTRACT_NOT_SIGNED(state("both parties must sign the contract first")),
        CONTRACT_ALREADY_EFFECTIVE(state("the contract took effect on another day")),
        CONTRACT_NOT_APPROVED(state("a contract cannot be sent for signature before its reviews have passed")),
        CONTRACT_NOT_OUT_FOR_SIGNATURE(state("the contract is not out for signature")),
        COPIES_ALREADY_DELIVERED(state("the copies were delivered on another day")),
        CONTRACT_ALREADY_ARCHIVED(state("the contract is archived in another place")),
        CONTRACT_ALREADY_PERFORMED(state("the contract was performed on another day")),
        CONTRACT_ALREADY_CLOSED(state("the contract was closed on another day")),
        REVIEW_NOT_OPEN(state("the contract does not wait for this review")),
        REVIEWER_IS_OWNER(rule("whoever answers for a contract does not review it")),
        REVIEWED_BY_OWNER(sender("whoever answers for a contract does not review it")),
        DEPARTMENTS_STILL_REVIEWING(state("a contract is judged as a whole when every department has let it pass")),
        WHOLE_IS_JUDGED(rule("a contract as a whole is judged, by saying how it is in each respect")),
        JUDGE_IS_OWNER(sender("whoever answers for a contract cannot judge it")),
        PARTY_ALREADY_SIGNED(state("this party signed on another day")),
        QUOTATION_MISSING(rule("basis QUOTATION must name its quotation")),
        QUOTATION_DRAFTS_ITSELF(rule("a quotation becomes a contract when it is accepted, not by hand")),
        BASIS_REASON_MISSING(rule("a contract without a quotation must give the reason")),
        PROCESS_FAULTY(rule("a sales process is named by its name and a version from 1 on")),
        PRODUCT_MISSING(rule("every line must name its product")),
        VALUE_NEGATIVE(rule("value and prices cannot be negative")),
        QUANTITY_NOT_POSITIVE(rule("a quantity must be above zero")),
        DISCOUNT_OUT_OF_RANGE(rule("a discount must be between 0 and 100 percent")),
        SOURCE_INCOMPLETE(rule("a line is of a solution, or of a position of a bill")),
        ACCEPTED_TERMS_DIFFER(
                rule(
                        "lines, value and payments are what the customer accepted; other ones need another accepted quotation, or a change order once it is signed")),
        CLAUSE_INCOMPLETE(rule("a clause needs a code and a text")),
        CLAUSE_DOUBLED(rule("a code can name only one clause")),
        CLAUSE_KIND_DIFFERS(
                rule(
                        "a clause is standard where it says what the template says, and special elsewhere; leave the kind out")),
        TEMPLATE_NOT_IN_EFFECT(state("no version of this clause template is in effect")),
        PAYMENTS_FAULTY(
                rule(
                        "every payment needs a label, a share and what its trigger needs; together they must make up the value")),
        VALUE_NOT_SUM_OF_LINES(rule("the value must be the sum of the lines")),
        CONTRACT_INCOMPLETE(rule("mandatory contents are missing")),
        RECORDED_BY_ONE(sender("whoever noted the signature of one party cannot note that of the other")),
        TERMS_NOT_EXPLAINED(state("nobody signs before terms and payments were explained to somebody at the customer")),
        TEXT_NOT_CHECKED(state("nobody signs before the text was checked")),
        EXPLAINED_OTHERWISE(state("the terms were explained on another day or by somebody else")),
        EXPLAINED_BEFORE_SENT(rule("what is explained is the contract as it was sent for signature")),
        CHECKER_IS_SENDER(sender("whoever sent a contract for signature cannot check its text")),
        SIGNED_IN_FUTURE(rule("the date of a signature cannot be in the future")),
        SIGNED_BEFORE_SENT(rule("a contract cannot be signed before it was sent for signature")),
        DELIVERED_IN_FUTURE(rule("the delivery date cannot be in the future")),
        DELIVERED_BEFORE_SIGNED(rule("copies cannot be delivered before the contract is signed")),
        EFFECTIVE_BEFORE_SIGNED(rule("a contract cannot take effect before it is signed")),
        EFFECTIVE_IN_FUTURE(rule("the effective date cannot be in the future"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a contract is based on (decision 42). */
    enum Basis {
        QUOTATION(ContractType.QUOTATION),
        FRAMEWORK(ContractType.FRAMEWORK),
        RENEWAL(ContractType.RENEWAL),
        /** Signed before this system knew of it. */
        MIGRATED(ContractType.RENEWAL);

        private final ContractType type;

        Basis(ContractType type) {
            this.type = type;
        }
    }

    /** A version of a sales process. */
    record ProcessName(String name, int version) {}

    ContractDrafted draft();

    Agreement agreement();

    /** With its author, who may change it. */
    sealed interface Open extends Contract {
        Reviews reviews();
    }

    record Draft(ContractDrafted draft, Agreement agreement, Reviews reviews) implements Open {}

    /** A party did not sign; whatever is done to it next makes it a draft again. */
    record Declined(ContractDrafted draft, Agreement agreement, Reviews reviews) implements Open {}

    /** With the parties. */
    sealed interface Pending extends Contract {
        /** The day on which it was sent for signature; null if it was signed long ago and only noted here. */
        @Nullable
        LocalDate sentOn();

        /** What has been done since. */
        Preparation preparation();
    }

    record OutForSignature(ContractDrafted draft, Agreement agreement, LocalDate sentOn, Preparation preparation)
            implements Pending {}

    record PartlySigned(
            ContractDrafted draft,
            Agreement agreement,
            @Nullable LocalDate sentOn,
            ContractPartySigned first,
            Preparation preparation)
            implements Pending {}

    /** By both parties. What happens afterwards comes in any order, so it is no state of its own. */
    record Signed(
            ContractDrafted draft,
            Agreement original,
            List<Review> approvedBy,
            List<AssignedReview> assigned,
            Amendments amendments,
            Signatures signatures,
            Progress progress)
            implements Contract {
        public Signed {
            approvedBy = List.copyOf(approvedBy);
            assigned = List.copyOf(assigned);
        }

        /** As it stands with every amendment that was made. */
        @Override
        public Agreement agreement() {
            return amendments.current(original);
        }
    }

    /** Nothing more can become of it. */
    sealed interface Over extends Contract {
        default No why() {
            return this instanceof Withdrawn ? CONTRACT_WITHDRAWN : CONTRACT_VOIDED;
        }
    }

    /** Given up before anybody signed. */
    record Withdrawn(ContractDrafted draft, Agreement agreement, ContractWithdrawn end) implements Over {}

    /** Signed by mistake (decision 44). */
    record Voided(ContractDrafted draft, Agreement agreement, Signed before, ContractVoided end) implements Over {}

    /** The day on which the second party signed; empty until then. */
    default Optional<LocalDate> signedOn() {
        return this instanceof Signed signed ? Optional.of(signed.signatures().signedOn()) : Optional.empty();
    }

    /** Also when it has been performed or closed since. */
    default boolean hasTakenEffect() {
        return this instanceof Signed signed && signed.progress().effectiveOn() != null;
    }

    /** What it has to state before anybody reviews it, by its type. */
    default List<Content> needed() {
        return ContractRules.needed(draft().contractRules(), draft().basis().type);
    }

    /** Who reviewed what was signed, and so reviews its changes; of one that nobody reviewed here, who would have. */
    default List<Review> reviewers() {
        return this instanceof Signed signed && !signed.approvedBy().isEmpty()
                ? signed.approvedBy()
                : agreementSigned()
                        .requiredReviews(
                                Objects.requireNonNullElse(draft().reviewRules(), StandardReviews.RULES), null);
    }

    /** To whom its reviews were assigned, and so those of its changes are (R-138, gate G17). */
    default List<AssignedReview> assignedReviews() {
        return switch (this) {
            case Open open -> open.reviews().assigned();
            case Pending pending -> pending.preparation().assigned();
            case Signed signed -> signed.assigned();
            case Over _ -> List.of();
        };
    }

    /** What it says now, with the numbers by which changes name its lines. */
    default List<NumberedLine> numberedLines() {
        return (this instanceof Signed signed ? signed.amendments() : Amendments.NONE).linesNow(agreementSigned());
    }

    /** What it was worth when it was signed; what the draft says before that. */
    default Money signedValue() {
        return agreementSigned().value();
    }

    private Agreement agreementSigned() {
        return this instanceof Signed signed ? signed.original() : agreement();
    }

    default boolean isClosed() {
        return this instanceof Signed signed && signed.progress().closedOn() != null;
    }

    /** The id of the contract that a quotation becomes. */
    static UUID idOf(UUID quotationId) {
        return UUID.nameUUIDFromBytes(("contract/" + quotationId).getBytes(UTF_8));
    }

    static Decision<ContractEvent> decide(Contract contract, ContractCommand command, Occasion occasion) {
        var today = occasion.today();
        return switch (command) {
            case ReviseContract revise -> contract.whileOpen(open -> Drafting.revise(open, revise));
            case EditClause edit -> contract.whileOpen(open -> Drafting.edit(open, edit));
            case AdoptTemplate adopt -> contract.whileOpen(open -> Wording.adopt(open, adopt, occasion));
            case SubmitForReview _ ->
                contract.whileOpen(
                        open -> Withdrawing.whileDealIsOpen(occasion, () -> Reviewing.submit(open, occasion)));
            case AssignReview assign -> contract.whileOpen(open -> Reviewing.assign(open, assign));
            case DecideReview decide -> contract.whileOpen(open -> Reviewing.decide(open, decide, occasion.who()));
            case JudgeContract judge -> contract.whileOpen(open -> Reviewing.judge(open, judge, occasion));
            case SendForSignature _ -> Signing.send(contract, occasion);
            case RecordExplanation record -> Preparing.explain(contract, record, occasion);
            case CheckText _ -> Preparing.check(contract, occasion);
            case SignContract sign -> Signing.sign(contract, sign, occasion);
            case DeclineSignature decline -> Signing.decline(contract, decline);
            case SetEffectiveDate(var on) -> contract.onceSigned(signed -> Progress.takeEffect(signed, on, today));
            case DeliverCopies(var on) -> contract.onceSigned(signed -> Progress.deliver(signed, on, today));
            case ArchiveContract(var place) -> contract.onceSigned(signed -> Progress.archive(signed, place, today));
            case WithdrawContract withdraw -> Withdrawing.byHand(contract, withdraw, occasion);
            case WithdrawSuperseded withdraw -> Withdrawing.superseded(contract, withdraw, occasion);
            case NoteHandover(var on) -> contract.onceSigned(signed -> Progress.handOver(signed, on));
            case VoidContract voiding -> Withdrawing.mistaken(contract, voiding);
            case RecordPerformance(var on) -> contract.onceSigned(signed -> Progress.perform(signed, on));
            case NoteChangeOrder note -> contract.onceSigned(signed -> Amending.note(signed, note));
            case AmendContract amend -> contract.onceSigned(signed -> Amending.amend(signed, amend));
            case CloseContract(var on) -> contract.onceSigned(signed -> Progress.close(signed, on));
        };
    }

    private Decision<ContractEvent> whileOpen(Function<Open, Decision<ContractEvent>> decision) {
        return switch (this) {
            case Open open -> decision.apply(open);
            case Pending _, Signed _ -> refused(CONTRACT_NOT_DRAFT);
            case Over over -> refused(over.why());
        };
    }

    private Decision<ContractEvent> onceSigned(Function<Signed, Decision<ContractEvent>> decision) {
        return switch (this) {
            case Signed signed -> decision.apply(signed);
            case Open _, Pending _ -> refused(CONTRACT_NOT_SIGNED);
            case Over over -> refused(over.why());
        };
    }
}
