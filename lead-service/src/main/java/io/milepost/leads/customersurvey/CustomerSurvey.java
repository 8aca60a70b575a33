package io.milepost.leads.customersurvey;

import static io.milepost.leads.customersurvey.CustomerSurvey.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is asked before anything is proposed: background, needs, pain points, preferences. Planned, carried out question
 * by question, concluded.
 *
 * @param findings in the order in which they were recorded
 */
public record CustomerSurvey(
        CustomerSurveyPlanned plan,
        List<SurveyFindingRecorded> findings,
        @Nullable CustomerSurveyCarriedOut result,
        @Nullable CustomerSurveyCancelled cancelled) {
    static final Decider<CustomerSurvey, Command, Event> DECIDER =
            new Decider<>(CustomerSurvey::decide, CustomerSurvey::begin, CustomerSurvey::evolve);

    /**
     * Plans a survey of an account or a lead, or of a lead that has an account.
     *
     * @param opportunityId the deal for which they are asked, where it came from no lead; that of a converted lead is known
     * @param on day for which it is planned
     * @param surveyor code of the member who asks
     */
    public record PlanSurvey(
            String title,
            @Nullable UUID accountId,
            @Nullable UUID leadId,
            LocalDate on,
            String surveyor,
            @Limit(100) List<Question> questions,
            @Nullable UUID opportunityId) {
        public PlanSurvey {
            questions = List.copyOf(questions);
        }
    }

    public sealed interface Command {}

    /**
     * What the customer said to a question; several persons may say several things.
     *
     * @param question its number, from 1 on
     * @param finding in free words; kept as personal data
     * @param on the day on which it was said, today when absent
     */
    public record RecordSurveyFinding(
            int question,
            @Limit(Limit.NOTE) String finding,
            @Nullable LocalDate on) implements Command {}

    /**
     * States what follows from all findings.
     *
     * @param conclusion what follows for a proposal; kept as personal data
     */
    public record ConcludeSurvey(@Limit(Limit.NOTE) String conclusion) implements Command {}

    public record CancelSurvey(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record CustomerSurveyPlanned(
            String title,
            @Nullable UUID accountId,
            @Nullable UUID leadId,
            LocalDate on,
            String surveyor,
            List<Question> questions,
            @Nullable UUID opportunityId)
            implements Event {
        public CustomerSurveyPlanned {
            questions = List.copyOf(questions);
        }
    }

    /**
     * The finding is stored sealed.
     *
     * @param findingKey keyed hash by which the same finding is known again
     */
    public record SurveyFindingRecorded(
            int question,
            String finding,
            LocalDate on,
            String by,
            @Nullable String findingKey) implements Event {}

    /**
     * Every question has a finding. The conclusion is stored sealed.
     *
     * @param leadId absent in events from before it was kept here, too
     * @param opportunityId the deal that may be proposed to by this; absent where there is none yet
     */
    public record CustomerSurveyCarriedOut(
            String conclusion,
            int findings,
            LocalDate on,
            @Nullable String conclusionKey,
            @Nullable UUID leadId,
            @Nullable UUID opportunityId)
            implements Event {}

    public record CustomerSurveyCancelled(String reason) implements Event {}

    public enum No implements Refusal {
        ACCOUNT_UNKNOWN(state("there is no such account")),
        LEAD_UNKNOWN(state("there is no such lead")),
        SURVEYOR_UNKNOWN(state("no team member has the code of the surveyor")),
        QUESTIONS_OPEN(state("some questions have no finding yet")),
        SURVEY_CARRIED_OUT(state("the survey is carried out")),
        SURVEY_CANCELLED(state("the survey is cancelled")),
        NOBODY_SURVEYED(rule("a survey is of an account or of a lead")),
        QUESTIONS_MISSING(rule("a survey needs at least one question")),
        QUESTION_TWICE(rule("a question stands in a survey only once")),
        QUESTION_UNKNOWN(rule("the survey has no question of this number"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a question is about. */
    public enum Topic {
        BACKGROUND,
        NEEDS,
        PAIN_POINTS,
        PREFERENCES,
        OTHER
    }

    /** What is to be asked; nothing about a person belongs in it. */
    public record Question(Topic topic, String text) {}

    /** That there is such an account. */
    record KnownAccount(boolean known) {}

    /** That there is such a lead. */
    record KnownLead(boolean known) {}

    /** The deal that the lead has become; null as long as it is none. */
    record DealOfLead(@Nullable UUID opportunityId) {}

    public CustomerSurvey {
        findings = List.copyOf(findings);
    }

    static Decision<Event> plan(PlanSurvey plan, Occasion occasion) {
        var checks = check().text("/title", plan.title())
                .text("/surveyor", plan.surveyor())
                .that(MemberCode.holderOf(plan.surveyor(), occasion).isPresent(), "/surveyor", SURVEYOR_UNKNOWN)
                .that(plan.accountId() != null || plan.leadId() != null, NOBODY_SURVEYED)
                .that(
                        plan.accountId() == null
                                || occasion.read(KnownAccount.class).isPresent(),
                        "/accountId",
                        ACCOUNT_UNKNOWN)
                .that(plan.leadId() == null || occasion.read(KnownLead.class).isPresent(), "/leadId", LEAD_UNKNOWN)
                .within(NEAR, "/on", plan.on(), occasion.today());
        return asked(checks, plan.questions())
                .accept(() -> new CustomerSurveyPlanned(
                        plan.title(),
                        plan.accountId(),
                        plan.leadId(),
                        plan.on(),
                        plan.surveyor(),
                        plan.questions(),
                        plan.opportunityId()));
    }

    private static Checks asked(Checks checks, List<Question> questions) {
        var all = checks.that(!questions.isEmpty(), "/questions", QUESTIONS_MISSING);
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            all = all.text("/questions/%d/text".formatted(i), question.text())
                    .that(!questions.subList(0, i).contains(question), "/questions/" + i, QUESTION_TWICE);
        }
        return all;
    }

    static Decision<Event> decide(CustomerSurvey survey, Command command, Occasion occasion) {
        return switch (command) {
            case RecordSurveyFinding finding -> survey.record(finding, occasion);
            case ConcludeSurvey(var conclusion) -> survey.conclude(conclusion, occasion);
            case CancelSurvey(var reason) -> survey.cancel(reason);
        };
    }

    static CustomerSurvey begin(Event first) {
        return new CustomerSurvey((CustomerSurveyPlanned) first, List.of(), null, null);
    }

    static CustomerSurvey evolve(CustomerSurvey survey, Event event) {
        return switch (event) {
            case CustomerSurveyPlanned _ -> survey;
            case SurveyFindingRecorded finding ->
                new CustomerSurvey(
                        survey.plan,
                        Stream.concat(survey.findings.stream(), Stream.of(finding))
                                .toList(),
                        null,
                        null);
            case CustomerSurveyCarriedOut result -> new CustomerSurvey(survey.plan, survey.findings, result, null);
            case CustomerSurveyCancelled cancelled -> new CustomerSurvey(survey.plan, survey.findings, null, cancelled);
        };
    }

    private Decision<Event> record(RecordSurveyFinding record, Occasion occasion) {
        var on = record.on() == null ? occasion.today() : record.on();
        var key = occasion.digest("finding").orElse(null);
        boolean known = findings.stream()
                .anyMatch(finding -> finding.question() == record.question()
                        && finding.on().equals(on)
                        && key != null
                        && key.equals(finding.findingKey()));
        return known
                ? unchanged()
                : open().that(
                                record.question() > 0
                                        && record.question() <= plan.questions().size(),
                                "/question",
                                QUESTION_UNKNOWN)
                        .text("/finding", record.finding())
                        .notAfter("/on", on, occasion.today())
                        .within(NEAR, "/on", on, occasion.today())
                        .accept(() -> new SurveyFindingRecorded(
                                record.question(),
                                record.finding(),
                                on,
                                occasion.who().name(),
                                key));
    }

    private Decision<Event> conclude(String conclusion, Occasion occasion) {
        var key = occasion.digest("conclusion").orElse(null);
        if (result != null && key != null && key.equals(result.conclusionKey())) {
            return unchanged();
        }
        var open = IntStream.rangeClosed(1, plan.questions().size())
                .filter(number -> findings.stream().noneMatch(finding -> finding.question() == number))
                .boxed()
                .toList();
        return open().that(open.isEmpty(), QUESTIONS_OPEN)
                .text("/conclusion", conclusion)
                .accept(() -> new CustomerSurveyCarriedOut(
                        conclusion, findings.size(), occasion.today(), key, plan.leadId(), deal(occasion)));
    }

    private @Nullable UUID deal(Occasion occasion) {
        return plan.opportunityId() == null
                ? occasion.read(DealOfLead.class).map(DealOfLead::opportunityId).orElse(null)
                : plan.opportunityId();
    }

    private Decision<Event> cancel(String reason) {
        return cancelled != null && cancelled.reason().equals(reason)
                ? unchanged()
                : open().reason("/reason", reason).accept(() -> new CustomerSurveyCancelled(reason));
    }

    /** Still to be carried out. */
    private Checks open() {
        return check().that(result == null, SURVEY_CARRIED_OUT).that(cancelled == null, SURVEY_CANCELLED);
    }
}
