package io.milepost.opportunities.opportunity.salesprocess;

import io.milepost.opportunities.opportunity.salesprocess.Stage.*;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All versions of all sales processes, the newest of a name last. The guides name the eight stages and what milestones and success
 * criteria are, not which; those and the percentages are this product's proposal (decision 10). A list is appended to, never edited.
 */
public final class SalesProcesses {
    public static final String STANDARD = "standard";
    public static final String STRATEGIC = "strategic";

    private static final int STAGE_OF_ATI = 3;

    private static final List<Stage> STAGES_1 = List.of(
            new Stage(
                    1,
                    "Customer planning and phone invitation",
                    "finds a problem",
                    false,
                    List.of(
                            milestone("ACCOUNT_FILE_OPENED", "the account's file is opened"),
                            milestone("CONTACT_NAMED", "a contact is named"),
                            milestone("FIRST_CALL_LOGGED", "the first call is logged")),
                    List.of(
                            stated("NEED_NOTED", "need or pain is noted"),
                            stated("PROFILE_FILLED", "the account's profile is filled"),
                            stated("OWNER_ASSIGNED", "an owner is assigned")),
                    "agrees to a visit",
                    10,
                    false),
            new Stage(
                    2,
                    "Visit and preliminary survey",
                    "studies feasibility",
                    false,
                    List.of(milestone("FIRST_VISIT_LOGGED", "the first visit is logged")),
                    List.of(
                            stated("NEEDS_KNOWN", "the needs are known"),
                            stated("BUDGET_KNOWN", "the budget is known"),
                            stated("TIMING_KNOWN", "the timing is known"),
                            stated("DECISION_ROLES_KNOWN", "who decides is known"),
                            stated("COMPETITORS_KNOWN", "the competitors are known"),
                            new Criterion(
                                    "OPPORTUNITY_QUALIFIED", "the opportunity is qualified", ShownBy.QUALIFICATION)),
                    "will receive a preliminary proposal",
                    20,
                    false),
            new Stage(
                    3,
                    "Preliminary proposal",
                    "sets up a project",
                    false,
                    List.of(milestone("PRELIMINARY_PROPOSAL_DELIVERED", "the preliminary proposal is delivered")),
                    List.of(
                            stated("FEEDBACK_RECORDED", "the customer's feedback is recorded"),
                            stated("STAKEHOLDERS_MAPPED", "the stakeholders are mapped")),
                    "agrees to a demonstration or technical exchange",
                    25,
                    false),
            new Stage(
                    4,
                    "Demonstration and technical exchange",
                    "sets procurement criteria",
                    false,
                    List.of(new Milestone(
                            "DEMO_OR_EXCHANGE_HELD", "a demonstration or technical exchange is held", true, null)),
                    List.of(
                            stated("TECHNICAL_QUESTIONS_CLOSED", "open technical questions are closed"),
                            stated("EVALUATORS_ACCEPTED", "those who evaluate accept")),
                    "works on the requirement with us",
                    30,
                    true),
            new Stage(
                    5,
                    "Requirement analysis and formal design",
                    "calls for offers",
                    false,
                    List.of(milestone("REQUIREMENT_REVIEWED", "the requirement document is reviewed")),
                    List.of(
                            stated("REQUIREMENT_BASELINED", "both sides have baselined the requirement"),
                            stated("FORMAL_SOLUTION_CONFIRMED", "the formal solution is confirmed"),
                            stated("BILL_OF_QUANTITIES_ISSUED", "the bill of quantities is issued")),
                    "invites us to the evaluation",
                    50,
                    true),
            new Stage(
                    6,
                    "Project evaluation",
                    "evaluates offers",
                    false,
                    List.of(milestone("FORMAL_OFFER_SUBMITTED", "the formal offer or bid is submitted")),
                    List.of(
                            stated("SHORTLISTED", "we are shortlisted or preferred"),
                            stated("PRICE_POSITION_KNOWN", "the position of our price is known")),
                    "enters negotiation",
                    75,
                    true),
            new Stage(
                    7,
                    "Negotiation",
                    "reviews contract terms",
                    false,
                    List.of(milestone(
                            "FIRST_NEGOTIATION_ROUND_HELD", "the first round on an issued quotation is held")),
                    List.of(
                            stated("PRICE_AGREED", "the price is agreed"),
                            stated("DELIVERY_AGREED", "the delivery is agreed"),
                            stated("PAYMENT_AGREED", "the payment is agreed"),
                            stated("RIGHTS_AND_DUTIES_AGREED", "rights and duties are agreed"),
                            stated("QUOTATION_ACCEPTED", "the quotation is accepted")),
                    "will sign",
                    90,
                    true),
            new Stage(
                    8,
                    "Signing",
                    "signs",
                    false,
                    List.of(milestone("CONTRACT_SENT_FOR_SIGNATURE", "the reviewed contract is sent for signature")),
                    List.of(new Criterion("CONTRACT_SIGNED", "both parties have signed", ShownBy.CONTRACT)),
                    null,
                    100,
                    false));

    /** Version 2 asks nobody to state what another record of the suite shows: that an offer was negotiated, accepted, sent to be signed. */
    private static final List<Stage> STAGES_2 = STAGES_1.stream()
            .map(stage -> stage.following("FIRST_NEGOTIATION_ROUND_HELD", Fact.NEGOTIATION_ROUND)
                    .showing("QUOTATION_ACCEPTED", ShownBy.QUOTATION)
                    .following("CONTRACT_SENT_FOR_SIGNATURE", Fact.SENT_FOR_SIGNATURE))
            .toList();

    private static final List<SalesProcess> ALL = List.of(
            new SalesProcess(STANDARD, 1, STAGES_1),
            new SalesProcess(STRATEGIC, 1, afterAti(STAGES_1)),
            new SalesProcess(STANDARD, 2, STAGES_2),
            new SalesProcess(STRATEGIC, 2, afterAti(STAGES_2)));

    private SalesProcesses() {}

    public static List<SalesProcess> all() {
        return ALL;
    }

    /** The version under which a new deal is identified; {@code standard} unless it asks for another. */
    public static Optional<SalesProcess> newest(@Nullable String name) {
        var wanted = name == null ? STANDARD : name;
        return ALL.stream()
                .filter(process -> process.name().equals(wanted))
                .max(Comparator.comparingInt(SalesProcess::version));
    }

    /** The version that an event names; one from before there were any stands for the first of {@code standard}. */
    public static SalesProcess of(@Nullable String name, @Nullable Integer version) {
        var wanted = name == null ? STANDARD : name;
        int number = version == null ? 1 : version;
        return ALL.stream()
                .filter(process -> process.name().equals(wanted) && process.version() == number)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("there is no sales process %s %d".formatted(wanted, number)));
    }

    private static List<Stage> afterAti(List<Stage> stages) {
        return stages.stream()
                .map(stage -> stage.number() == STAGE_OF_ATI ? stage.afterAti() : stage)
                .toList();
    }

    private static Milestone milestone(String code, String meaning) {
        return new Milestone(code, meaning, false, null);
    }

    private static Criterion stated(String code, String meaning) {
        return new Criterion(code, meaning, ShownBy.STATEMENT);
    }
}
