package io.milepost.opportunities.salesprocess;

import io.milepost.opportunities.kernel.AfterSales;
import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.kernel.ContractRules.Collection;
import io.milepost.opportunities.kernel.ContractRules.Content;
import io.milepost.opportunities.kernel.ContractRules.ContractType;
import io.milepost.opportunities.kernel.ContractRules.MoneyApprover;
import io.milepost.opportunities.kernel.ContractRules.RequiredContents;
import io.milepost.opportunities.kernel.ContractRules.WriteOffLimit;
import io.milepost.opportunities.kernel.Pursuit;
import io.milepost.opportunities.kernel.Pursuit.CheckItem;
import io.milepost.opportunities.kernel.Pursuit.Level;
import io.milepost.opportunities.kernel.Pursuit.Owed;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.Stage;
import io.milepost.opportunities.kernel.Stage.Criterion;
import io.milepost.opportunities.kernel.Stage.Milestone;
import io.milepost.opportunities.kernel.Stage.Responsible;
import io.milepost.opportunities.kernel.Stage.ShownBy;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Debtor;
import io.milepost.opportunities.kernel.Template.Obligation;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What versions of sales processes may say. */
public final class Templates {
    /** As the product comes with it. */
    public static final Template STANDARD =
            SalesProcesses.seeds().getFirst().versions().getLast().template();

    public static final Template STRATEGIC =
            SalesProcesses.seeds().getLast().versions().getLast().template();

    /** Another's, but with three stages and twenty days for the handover. */
    public static final Template SHORT = new Template(
            stages(30, 60, 100),
            STANDARD.discountLimits(),
            STANDARD.reviews(),
            20,
            STANDARD.closure(),
            null,
            null,
            null,
            null,
            null);

    /** What both sides owe under a contract. */
    public static final List<Obligation> OBLIGATIONS = List.of(
            new Obligation("SITE-1", Debtor.CUSTOMER, "prepares the site", 30),
            new Obligation("T.1", Debtor.OURS, "trains the operators", 90));

    /** What sales projects of three levels owe. */
    public static final Pursuit LEVELS = new Pursuit(
            List.of(
                    new Level("TOP", "of the whole company", List.of(Owed.WEEKLY_REPORT, Owed.CALLED_KICKOFF)),
                    new Level("WEEKLY", "of a region", List.of(Owed.WEEKLY_REPORT)),
                    new Level("SMALL", "of one office", List.of())),
            null,
            null,
            null);

    /** The same, with a checklist of each kind. */
    public static final Pursuit CHECKED = new Pursuit(
            LEVELS.levels(),
            List.of(new CheckItem("K1", "the kickoff has minutes")),
            List.of(new CheckItem("O1", "the offer was read by two"), new CheckItem("O2", "each visit has a note")),
            null);

    /** What contracts have to state, and how their money is collected. */
    public static final ContractRules CONTRACTS = new ContractRules(
            new Collection(
                    3,
                    30,
                    List.of(
                            new WriteOffLimit(
                                    MoneyApprover.FINANCE, new BigDecimal("500"), Currency.getInstance("USD")),
                            new WriteOffLimit(MoneyApprover.SPONSOR, null, null)),
                    true,
                    null),
            List.of(new RequiredContents(ContractType.FRAMEWORK, List.of(Content.SCOPE, Content.PAYMENT_METHOD))));

    private Templates() {}

    /** One stage for each probability, the last of them signing. */
    public static List<Stage> stages(int... probabilities) {
        int last = probabilities.length;
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> stage(number, probabilities[number - 1], number == last))
                .toList();
    }

    private static Stage stage(int number, int probability, boolean last) {
        return new Stage(
                number,
                "Stage " + number,
                "step " + number,
                false,
                List.of(new Milestone("M" + number, "milestone " + number, false, null)),
                List.of(new Criterion(
                        "C" + number, "criterion " + number, last ? ShownBy.CONTRACT : ShownBy.STATEMENT)),
                last ? null : "the next step",
                probability,
                true,
                null);
    }

    /** The same stage, for which this role answers. */
    public static Stage answeredBy(Stage stage, @Nullable Responsible responsible) {
        return new Stage(
                stage.number(),
                stage.name(),
                stage.procurementStep(),
                stage.atiNeeded(),
                stage.milestones(),
                stage.criteria(),
                stage.commitment(),
                stage.probability(),
                stage.probabilityAssumed(),
                responsible);
    }

    public static Template with(Template template, List<Stage> stages) {
        return new Template(
                stages,
                template.discountLimits(),
                template.reviews(),
                template.handoverDays(),
                template.closure(),
                template.salesClosure(),
                template.obligations(),
                template.pursuit(),
                template.contracts(),
                template.afterSales());
    }

    public static Template pursued(Template template, @Nullable Pursuit pursuit) {
        return new Template(
                template.stages(),
                template.discountLimits(),
                template.reviews(),
                template.handoverDays(),
                template.closure(),
                template.salesClosure(),
                template.obligations(),
                pursuit,
                template.contracts(),
                template.afterSales());
    }

    public static Template contracted(Template template, @Nullable ContractRules contracts) {
        return new Template(
                template.stages(),
                template.discountLimits(),
                template.reviews(),
                template.handoverDays(),
                template.closure(),
                template.salesClosure(),
                template.obligations(),
                template.pursuit(),
                contracts,
                template.afterSales());
    }

    public static Template owing(Template template, @Nullable List<Obligation> obligations) {
        return new Template(
                template.stages(),
                template.discountLimits(),
                template.reviews(),
                template.handoverDays(),
                template.closure(),
                template.salesClosure(),
                obligations,
                template.pursuit(),
                template.contracts(),
                template.afterSales());
    }

    public static Template promising(Template template, @Nullable AfterSales afterSales) {
        return new Template(
                template.stages(),
                template.discountLimits(),
                template.reviews(),
                template.handoverDays(),
                template.closure(),
                template.salesClosure(),
                template.obligations(),
                template.pursuit(),
                template.contracts(),
                afterSales);
    }
}
