package io.milepost.opportunities.salesprocess;

import static io.milepost.opportunities.salesprocess.SalesProcessCatalogue.SALES_PROCESS;
import static io.milepost.opportunities.salesprocess.SalesProcessVersions.No.*;
import static io.milepost.opportunities.salesprocess.Templates.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.ContractRules;
import io.milepost.opportunities.kernel.ContractRules.Collection;
import io.milepost.opportunities.kernel.ContractRules.Content;
import io.milepost.opportunities.kernel.ContractRules.ContractType;
import io.milepost.opportunities.kernel.ContractRules.MoneyApprover;
import io.milepost.opportunities.kernel.ContractRules.RequiredContents;
import io.milepost.opportunities.kernel.ContractRules.WriteOffLimit;
import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.kernel.SalesProcesses.SeedVersion;
import io.milepost.opportunities.kernel.Template;
import io.milepost.opportunities.kernel.Template.Department;
import io.milepost.opportunities.kernel.Template.Mode;
import io.milepost.opportunities.kernel.Template.ReviewCause;
import io.milepost.opportunities.kernel.Template.ReviewRule;
import io.milepost.opportunities.kernel.Template.RiskLevel;
import io.milepost.opportunities.salesprocess.SalesProcessVersions.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a version of a sales process says of the contracts of its deals. */
class ContractsOfProcessTest {
    /** What is reached here, in {@link PursuitOfProcessTest} or {@link AfterSalesOfProcessTest}, and not in {@link SalesProcessTest}. */
    static final List<Refusal> OF_OTHERS = Stream.concat(
                    Stream.concat(PursuitOfProcessTest.OF_PURSUIT.stream(), AfterSalesOfProcessTest.OWN.stream()),
                    Stream.of(WRITE_OFF_LIMIT_FAULTY, CONTENTS_FAULTY, LIMIT_WITHOUT_CURRENCY))
            .toList();

    private static final UUID SOUTH = SalesProcesses.idOf("south");
    private static final Scenario<SalesProcessVersions, Command, Event> NORTH =
            Scenario.of(SALES_PROCESS).given(new SalesProcessDefined("north", "North", Mode.PROJECT));

    @Test
    @DisplayName("R-141, R-188: a version says when overdue money is followed up, and who may give up how much of it")
    void a_version_says_how_money_is_collected() {
        var said = contracted(SHORT, CONTRACTS);
        NORTH.when(new DraftVersion(said))
                .then(new VersionDrafted(1, said, null))
                .when(new DraftVersion(said))
                .thenNothing()
                .when(new PublishVersion(1))
                .then(new VersionPublished(1, "north", "North", Mode.PROJECT, said));
        for (int days : List.of(Integer.MIN_VALUE, 0, 3651, Integer.MAX_VALUE)) {
            refused(collecting(days, 14, null), "/collection/remindDaysBefore", DEADLINE_FAULTY);
            refused(collecting(7, days, null), "/collection/escalateDaysAfter", DEADLINE_FAULTY);
        }
        for (int days : List.of(1, 3650)) {
            accepted(collecting(days, days, null));
        }
        refused(collecting(7, 14, List.of(limit("-0.01"))), "/collection/writeOffLimits", WRITE_OFF_LIMIT_FAULTY);
        refused(
                collecting(7, 14, List.of(limit("1"), limit(null))),
                "/collection/writeOffLimits",
                WRITE_OFF_LIMIT_FAULTY);
        accepted(collecting(7, 14, List.of(limit("0"))));
        accepted(collecting(7, 14, List.of(limit(null))));
    }

    @Test
    @DisplayName(
            "R-129, R-141: an amount from which a review is needed, or up to which money is given up, has its currency")
    void amounts_have_a_currency() {
        for (var bare : List.of(limit("500", null), limit(null, "USD"), limit("500", "XTS"))) {
            refused(collecting(7, 14, List.of(bare)), "/collection/writeOffLimits", LIMIT_WITHOUT_CURRENCY);
        }
        accepted(collecting(7, 14, List.of(limit("500", "USD"), limit("450", "EUR"))));
        refused(
                collecting(7, 14, List.of(limit("500", "USD"), limit("450", "USD"))),
                "/collection/writeOffLimits",
                WRITE_OFF_LIMIT_FAULTY);
        var always = new ReviewRule(Department.FINANCE, ReviewCause.ALWAYS, null, null, null);
        var usd = Currency.getInstance("USD");
        for (var bare : List.of(
                new ReviewRule(Department.LEGAL, ReviewCause.ALWAYS, BigDecimal.TEN, null, null),
                new ReviewRule(Department.LEGAL, ReviewCause.ALWAYS, null, null, usd))) {
            NORTH.when(new DraftVersion(reviewedBy(List.of(always, bare))))
                    .thenRefused(LIMIT_WITHOUT_CURRENCY, "/template/reviews");
        }
        var large = reviewedBy(
                List.of(always, new ReviewRule(Department.LEGAL, ReviewCause.ALWAYS, BigDecimal.TEN, null, usd)));
        NORTH.when(new DraftVersion(large)).then(new VersionDrafted(1, large, null));
    }

    @Test
    @DisplayName("R-122, R-188: a version says what a contract of each type has to state, and each of it once")
    void a_version_says_what_a_contract_states() {
        var scope = new RequiredContents(ContractType.FRAMEWORK, List.of(Content.SCOPE));
        accepted(new ContractRules(null, List.of(scope)));
        accepted(new ContractRules(null, List.of(scope, new RequiredContents(ContractType.RENEWAL, scope.needed()))));
        refused(new ContractRules(null, List.of(scope, scope)), "/contents/1/type", CONTENTS_FAULTY);
        for (var needed : List.of(List.<Content>of(), List.of(Content.SCOPE, Content.DURATION, Content.SCOPE))) {
            refused(
                    new ContractRules(null, List.of(new RequiredContents(ContractType.RENEWAL, needed))),
                    "/contents/0/needed",
                    CONTENTS_FAULTY);
        }
    }

    @Test
    @DisplayName(
            "R-129, R-188: a review can depend on the risk of the deal, but not the only one that concerns them all")
    void a_review_can_depend_on_risk() {
        var always = new ReviewRule(Department.FINANCE, ReviewCause.ALWAYS, null, null, null);
        var risky = new ReviewRule(Department.LEGAL, ReviewCause.ALWAYS, null, RiskLevel.HIGH, null);
        var reviewed = reviewedBy(List.of(always, risky));
        NORTH.when(new DraftVersion(reviewed)).then(new VersionDrafted(1, reviewed, null));
        NORTH.when(new DraftVersion(reviewedBy(List.of(risky)))).thenRefused(REVIEW_FAULTY, "/template/reviews");
    }

    @Test
    @DisplayName("R-188: what is said of contracts is adopted from another process, replaced, or left out")
    void rules_of_contracts_are_tailored() {
        var model = new Model("south", 3, contracted(SHORT, CONTRACTS));
        var origin = new Origin("south", 3);
        var others = collecting(1, 2, null);
        NORTH.when(tailor(null)).reading(model).then(new VersionDrafted(1, contracted(SHORT, CONTRACTS), origin));
        NORTH.when(tailor(others)).reading(model).then(new VersionDrafted(1, contracted(SHORT, others), origin));
        NORTH.when(tailor(new ContractRules(null, List.of())))
                .reading(model)
                .then(new VersionDrafted(1, SHORT, origin));
        NORTH.when(tailor(collecting(0, 2, null)))
                .reading(model)
                .thenRefused(DEADLINE_FAULTY, "/contracts/collection/remindDaysBefore");
    }

    @Test
    @DisplayName("What the product comes with says nothing of contracts, and such a version is stored as it was before")
    void nothing_is_said_where_nothing_was() {
        assertThat(SalesProcesses.seeds().stream().flatMap(seed -> seed.versions().stream()))
                .extracting(SeedVersion::template)
                .allSatisfy(template -> assertThat(template.contracts()).isNull());
        assertThat(Json.events()
                        .valueToTree(new VersionDrafted(1, SHORT, null))
                        .path("template")
                        .propertyNames())
                .contains("closure")
                .doesNotContain("contracts");
    }

    private static void accepted(ContractRules rules) {
        var said = contracted(SHORT, rules);
        NORTH.when(new DraftVersion(said)).then(new VersionDrafted(1, said, null));
    }

    private static void refused(ContractRules rules, String pointer, Refusal reason) {
        NORTH.when(new DraftVersion(contracted(SHORT, rules))).thenRefused(reason, "/template/contracts" + pointer);
    }

    private static ContractRules collecting(int remind, int escalate, @Nullable List<WriteOffLimit> limits) {
        return new ContractRules(new Collection(remind, escalate, limits, null, null), null);
    }

    private static WriteOffLimit limit(@Nullable String upTo) {
        return limit(upTo, upTo == null ? null : "USD");
    }

    private static WriteOffLimit limit(@Nullable String upTo, @Nullable String currency) {
        return new WriteOffLimit(
                MoneyApprover.FINANCE,
                upTo == null ? null : new BigDecimal(upTo),
                currency == null ? null : Currency.getInstance(currency));
    }

    private static Template reviewedBy(List<ReviewRule> reviews) {
        return new Template(
                SHORT.stages(),
                SHORT.discountLimits(),
                reviews,
                SHORT.handoverDays(),
                SHORT.closure(),
                null,
                null,
                null,
                null,
                null);
    }

    private static TailorVersion tailor(@Nullable ContractRules contracts) {
        return new TailorVersion(SOUTH, null, null, null, null, null, null, null, null, contracts, null);
    }
}
