package io.milepost.contracts;

import static io.milepost.contracts.changeorder.ChangeOrderCatalogue.CHANGE_ORDER;
import static io.milepost.contracts.clausetemplate.ClauseTemplateCatalogue.CLAUSE_TEMPLATE;
import static io.milepost.contracts.contract.ContractCatalogue.CONTRACT;
import static io.milepost.contracts.contractvoiding.ContractVoidingCatalogue.CONTRACT_VOIDING;
import static io.milepost.contracts.obligation.ObligationRegisterCatalogue.OBLIGATION_REGISTER;
import static io.milepost.contracts.paymentschedule.PaymentScheduleCatalogue.PAYMENT_SCHEDULE;
import static io.milepost.contracts.salesorder.SalesOrderCatalogue.SALES_ORDER;
import static io.milepost.contracts.termsassessment.TermsAssessmentCatalogue.TERMS_ASSESSMENT;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.contractvoiding.ContractVoiding.DecideVoiding;
import io.milepost.contracts.contractvoiding.ContractVoiding.RequestVoiding;
import io.milepost.contracts.kernel.Clause;
import io.milepost.contracts.kernel.ContractLine;
import io.milepost.contracts.kernel.Party;
import io.milepost.contracts.kernel.PaymentTerm;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.Terms;
import io.milepost.contracts.kernel.VoidingCause;
import io.milepost.contracts.reviewmatrix.ReviewMatrix;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For every command of the contract a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class ContractSituations {
    /** Of which the situations of these files are. */
    static final List<Catalogue<?, ?, ?>> CATALOGUES = List.of(
            CONTRACT,
            CONTRACT_VOIDING,
            CHANGE_ORDER,
            PAYMENT_SCHEDULE,
            SALES_ORDER,
            OBLIGATION_REGISTER,
            TERMS_ASSESSMENT,
            CLAUSE_TEMPLATE);

    static final LocalDate DAY = LocalDate.parse("2017-03-01");
    static final Money VALUE = Money.of("4514.00", "USD");
    static final DraftContract MIGRATED = draft(Basis.MIGRATED, null);
    /** A process whose contracts nobody but their judge reviews. */
    static final String JUDGED = """
        {"version": 1, "name": "judged", "mode": "PROJECT", "template": {"stages": [], "handoverDays": 14,
         "reviews": [{"department": "WHOLE", "when": "ALWAYS"}]}}\
        """;

    private static final Terms TERMS = new Terms("ISO 9001", DAY, "30 days net", "delivery", "1 year", null);
    private static final DraftContract COMPLETE = draft(Basis.RENEWAL, TERMS);

    private ContractSituations() {}

    static DraftContract migratedWithPayments() {
        return draft(Basis.MIGRATED, null, PaymentSituations.halves());
    }

    /** What people are told of this entity: kinds, and which part of it each is about. */
    static String told(SuiteClient client, UUID subject) {
        var notices = client.get("/v1/notices?subject=eq:" + subject).json().path("items");
        return notices.valueStream()
                .map(notice -> notice.path("kind").asString() + "/"
                        + notice.path("about").asString())
                .collect(Collectors.joining(","));
    }

    static DraftContract draft(Basis basis, @Nullable Terms terms) {
        return draft(basis, terms, null);
    }

    /** With all that a contract has to say before it is signed. */
    static DraftContract complete(Basis basis) {
        return draft(basis, TERMS);
    }

    private static DraftContract draft(Basis basis, @Nullable Terms terms, @Nullable List<PaymentTerm> payments) {
        var line = new ContractLine("GTX Pro", null, BigDecimal.ONE, VALUE, null);
        return new DraftContract(
                null,
                basis,
                "as said",
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                "kim",
                VALUE,
                List.of(line),
                terms,
                null,
                payments,
                null,
                null);
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(DraftContract.class, client -> new Situation(null, MIGRATED))
                .accepted(
                        ReviseContract.class,
                        client -> new Situation(
                                client.create(MIGRATED), new ReviseContract(VALUE, List.of(), null, null, null)))
                .accepted(
                        EditClause.class,
                        client -> new Situation(
                                client.create(MIGRATED), new EditClause("P-1", Clause.Kind.SPECIAL, "penalty", null)))
                .accepted(
                        SubmitForReview.class, client -> new Situation(client.create(COMPLETE), new SubmitForReview()))
                .accepted(
                        AssignReview.class,
                        client -> new Situation(inReview(client), new AssignReview(Review.TECHNICAL, "zoe")))
                .accepted(
                        DecideReview.class,
                        client -> new Situation(inReview(client), new DecideReview(Review.TECHNICAL, false, "scope")))
                .accepted(
                        JudgeContract.class,
                        client -> new Situation(toBeJudged(client), new JudgeContract(true, true, true, true, null)))
                .accepted(SendForSignature.class, client -> new Situation(approved(client), new SendForSignature()))
                .accepted(
                        RecordExplanation.class,
                        client -> new Situation(sent(client), new RecordExplanation("Canary Ann", null, null)))
                .accepted(CheckText.class, client -> new Situation(sentByAnother(client), new CheckText()))
                .accepted(
                        SignContract.class,
                        client -> new Situation(
                                client.create(MIGRATED), new SignContract(Party.SELLER, "Canary Kim", DAY)))
                .accepted(
                        DeclineSignature.class,
                        client -> new Situation(sent(client), new DeclineSignature(Party.CUSTOMER, "price")))
                .accepted(
                        WithdrawContract.class,
                        client -> new Situation(client.create(COMPLETE), new WithdrawContract("not wanted")))
                .accepted(RequestVoiding.class, client -> new Situation(null, voiding(signed(client))))
                .accepted(DecideVoiding.class, client -> {
                    var another = "Bearer " + client.issuer().tokenFor("another", Role.SALES_MANAGER);
                    var requested = client.send(null, voiding(signed(client)), Map.of("Authorization", another));
                    return new Situation(
                            UUID.fromString(requested.json().path("id").asString()),
                            new DecideVoiding(false, "it stands"));
                })
                .refused("CONTRACT_NOT_SIGNED", client -> new Situation(null, voiding(client.create(MIGRATED))))
                .refused("CONTRACT_WITHDRAWN", client -> {
                    var contract = client.create(COMPLETE);
                    client.accept(contract, new WithdrawContract("not wanted"));
                    return new Situation(contract, new SubmitForReview());
                })
                .accepted(SetEffectiveDate.class, client -> new Situation(signed(client), new SetEffectiveDate(DAY)))
                .accepted(DeliverCopies.class, client -> new Situation(signed(client), new DeliverCopies(DAY)))
                .accepted(ArchiveContract.class, client -> new Situation(signed(client), new ArchiveContract("4")))
                .refused(
                        "CONTRACT_NOT_SIGNED",
                        client -> new Situation(client.create(MIGRATED), new SetEffectiveDate(DAY)))
                .refused(
                        "CONTRACT_NOT_APPROVED",
                        client -> new Situation(inReview(client), new SignContract(Party.SELLER, null, DAY)))
                .refused(
                        "CONTRACT_NOT_OUT_FOR_SIGNATURE",
                        client -> new Situation(approved(client), new SignContract(Party.SELLER, null, DAY)))
                .refused(
                        "EFFECTIVE_BEFORE_SIGNED",
                        client -> new Situation(signed(client), new SetEffectiveDate(DAY.minusDays(1))));
    }

    static UUID signed(SuiteClient client) {
        return signed(client, client.create(MIGRATED));
    }

    /** This one, as it was then. */
    static UUID signed(SuiteClient client, UUID contract) {
        client.accept(contract, new SignContract(Party.SELLER, null, DAY));
        client.acceptFrom("desk", contract, new SignContract(Party.CUSTOMER, null, DAY));
        return contract;
    }

    static RequestVoiding voiding(UUID contract) {
        return new RequestVoiding(contract, VoidingCause.OTHER, "as said");
    }

    private static UUID inReview(SuiteClient client) {
        var contract = client.create(COMPLETE);
        client.accept(contract, new SubmitForReview());
        return contract;
    }

    private static UUID approved(SuiteClient client) {
        var contract = inReview(client);
        client.accept(contract, new DecideReview(Review.FINANCE, true, null));
        client.accept(contract, new DecideReview(Review.TECHNICAL, true, null));
        return contract;
    }

    /** Under a process that asks for a verdict on the whole, by which alone its contracts are approved. */
    private static UUID toBeJudged(SuiteClient client) {
        await("the process is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/review-matrices/" + ReviewMatrix.idOf("judged", 1))
                                .status()
                        == 200);
        var like = COMPLETE;
        var contract = client.create(new DraftContract(
                null,
                like.basis(),
                like.basisReason(),
                null,
                like.opportunityId(),
                like.accountId(),
                like.owner(),
                like.value(),
                like.lines(),
                like.terms(),
                null,
                null,
                new ProcessName("judged", 1),
                null));
        client.accept(contract, new SubmitForReview());
        return contract;
    }

    /** By somebody else than the usual caller, who may check it then. */
    private static UUID sentByAnother(SuiteClient client) {
        var contract = approved(client);
        var another = "Bearer " + client.issuer().tokenFor("another", Role.SALES_REP);
        client.send(contract, new SendForSignature(), Map.of("Authorization", another));
        return contract;
    }

    static UUID sent(SuiteClient client) {
        var contract = approved(client);
        client.accept(contract, new SendForSignature());
        return contract;
    }
}
