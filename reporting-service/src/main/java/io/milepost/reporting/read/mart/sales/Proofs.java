package io.milepost.reporting.read.mart.sales;

import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.AUTHORIZED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.QUALIFIED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_ADVANCED;
import static io.milepost.reporting.inbound.opportunity.OpportunityFacts.STAGE_REGRESSED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.COMMITMENT_RECORDED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.CRITERION_MET;
import static io.milepost.reporting.inbound.opportunity.StageFacts.FACT_SHOWN;
import static io.milepost.reporting.inbound.opportunity.StageFacts.MILESTONE_REACHED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.TERMS_AGREED;
import static io.milepost.reporting.inbound.opportunity.StageFacts.TERMS_LAPSED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.inbound.opportunity.StageFacts;
import io.milepost.reporting.inbound.opportunity.StageFacts.Criterion;
import io.milepost.reporting.inbound.opportunity.StageFacts.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is proved of a deal: what of its stage since it was moved into that, and what whichever stage it stands in.
 *
 * @param process name of its sales process
 * @param stages of that; null where the product comes with it
 * @param done codes of milestones and criteria of the stage
 * @param facts that others have proved
 */
record Proofs(
        @Nullable String process,
        @Nullable Integer version,
        @Nullable List<Stage> stages,
        int stage,
        List<String> done,
        boolean committed,
        List<String> facts,
        boolean qualified,
        boolean authorized,
        boolean agreed) {
    /** A customer's commitment that is sought. */
    static final String COMMITMENT = "COMMITMENT";

    /** A positive decision on the sales project, before the next stage. */
    static final String ATI = "ATI_APPROVED";

    /** A criterion that may be stated is also met by the fact whose code it bears (ADR 0060). */
    private static final Map<String, String> FACTS_BY_CODE = Map.of(
            "REQUIREMENT_BASELINED", "REQUIREMENT_BASELINE",
            "FORMAL_SOLUTION_CONFIRMED", "FORMAL_SOLUTION",
            "BILL_OF_QUANTITIES_ISSUED", "BILL_OF_QUANTITIES",
            "SHORTLISTED", "SHORTLISTING",
            "CUSTOMER_SURVEYED", "CUSTOMER_SURVEY");

    /** Something to be done, and what that means in the words of the sales process. */
    record Task(String code, String meaning) {}

    static Proofs of(StageFacts.Begun begun) {
        return new Proofs(
                begun.template(),
                begun.templateVersion(),
                begun.stages(),
                1,
                List.of(),
                false,
                List.of(),
                false,
                false,
                false);
    }

    Proofs after(Inbound event) {
        return switch (event.type()) {
            case MILESTONE_REACHED -> with(event.as(StageFacts.Reached.class).milestone());
            case CRITERION_MET -> with(event.as(StageFacts.Met.class).criterion());
            case COMMITMENT_RECORDED -> in(stage, done, true);
            case STAGE_ADVANCED, STAGE_REGRESSED ->
                in(event.as(OpportunityFacts.StageMoved.class).to(), List.of(), false);
            case FACT_SHOWN -> also(facts(event), qualified, authorized, agreed);
            case QUALIFIED -> also(facts, true, authorized, agreed);
            case AUTHORIZED -> also(facts, true, true, agreed);
            case TERMS_AGREED -> also(facts, qualified, authorized, true);
            case TERMS_LAPSED -> also(facts, qualified, authorized, false);
            default -> this;
        };
    }

    private Proofs with(String code) {
        return in(
                stage, Stream.concat(done.stream(), Stream.of(code)).distinct().toList(), committed);
    }

    private List<String> facts(Inbound event) {
        var fact = event.as(StageFacts.Shown.class).fact();
        return Stream.concat(facts.stream(), Stream.of(fact)).distinct().toList();
    }

    private Proofs in(int now, List<String> proved, boolean promised) {
        return new Proofs(process, version, stages, now, proved, promised, facts, qualified, authorized, agreed);
    }

    private Proofs also(List<String> shown, boolean worthIt, boolean decided, boolean accepted) {
        return new Proofs(process, version, stages, stage, done, committed, shown, worthIt, decided, accepted);
    }

    /** What gate G08 still asks for, the next task first; of the last stage, what the signature needs. */
    List<Task> missing() {
        var all = stages == null ? ProductStages.of(process, version) : stages;
        var now = find(all, stage);
        if (now.isEmpty()) {
            return List.of();
        }
        var missing = new ArrayList<Task>();
        now.get().milestones().stream()
                .filter(milestone -> !done.contains(milestone.code()))
                .forEach(milestone -> missing.add(new Task(milestone.code(), milestone.meaning())));
        now.get().criteria().stream()
                .filter(criterion -> !isMet(criterion))
                .forEach(criterion -> missing.add(new Task(criterion.code(), criterion.meaning())));
        var sought = now.get().commitment();
        if (sought != null && !committed) {
            missing.add(new Task(COMMITMENT, sought));
        }
        if (!authorized && find(all, stage + 1).filter(Stage::atiNeeded).isPresent()) {
            missing.add(new Task(ATI, "the next stage needs a positive ATI decision"));
        }
        return missing;
    }

    private static Optional<Stage> find(List<Stage> stages, int number) {
        return stages.stream().filter(stage -> stage.number() == number).findFirst();
    }

    private boolean isMet(Criterion criterion) {
        return switch (criterion.shownBy()) {
            case "STATEMENT" ->
                done.contains(criterion.code())
                        || facts.contains(FACTS_BY_CODE.getOrDefault(Codes.canonical(criterion.code()), ""));
            case "QUALIFICATION" -> qualified;
            case "QUOTATION" -> agreed || done.contains(criterion.code());
            case "CONTRACT" -> false;
            default -> facts.contains(criterion.shownBy());
        };
    }
}
