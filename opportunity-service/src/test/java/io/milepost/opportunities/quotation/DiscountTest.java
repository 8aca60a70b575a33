package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.kernel.Template.Approver.FINANCE;
import static io.milepost.opportunities.kernel.Template.Approver.SALES_MANAGER;
import static io.milepost.opportunities.kernel.Template.Approver.SELLER;
import static io.milepost.opportunities.quotation.Quotation.No.*;
import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.Quotations.LAST_DAY;
import static io.milepost.opportunities.quotation.Quotations.OF_DISCOUNTS;
import static io.milepost.opportunities.quotation.Quotations.OPPORTUNITY;
import static io.milepost.opportunities.quotation.Quotations.TODAY;
import static io.milepost.opportunities.quotation.Quotations.drafted;
import static io.milepost.opportunities.quotation.Quotations.line;
import static io.milepost.opportunities.quotation.Quotations.revise;
import static io.milepost.opportunities.quotation.Quotations.view;
import static io.milepost.platform.decision.Usual.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.Template.Approver;
import io.milepost.opportunities.kernel.Template.DiscountLimit;
import io.milepost.opportunities.quotation.Grounds.Binding;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Gate G11. */
class DiscountTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_DISCOUNTS);
    private static final Scenario<Quotation, Command, QuotationEvent> NOTHING = Quotations.NOTHING.recording(REACHED);
    private static final Scenario<Quotation, Command, QuotationEvent> BEYOND =
            NOTHING.given(drafted(line("1", "100.00", null), line("1", "100.00", "15.01")));
    private static final Scenario<Quotation, Command, QuotationEvent> WITHIN =
            NOTHING.given(drafted(line("1", "100.00", "15")));
    private static final DiscountApprovalRequested REQUESTED = new DiscountApprovalRequested(
            OPPORTUNITY, new BigDecimal("15.01"), new BigDecimal("15"), "kim", "a reference");
    private static final Scenario<Quotation, Command, QuotationEvent> PENDING = BEYOND.given(REQUESTED);
    private static final Scenario<Quotation, Command, QuotationEvent> APPROVED =
            PENDING.given(new DiscountApproved(OPPORTUNITY, "lee", null));
    private static final QuotationIssued ISSUED = new QuotationIssued(OPPORTUNITY, LAST_DAY, TODAY, 1, null);

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName("R-098, G11: what a seller may give alone is issued at once, more is not")
    void more_than_the_seller_may_give_is_not_issued() {
        WITHIN.when(new IssueQuotation()).then(ISSUED);
        BEYOND.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        WITHIN.when(new RequestDiscountApproval("x")).thenRefused(DISCOUNT_WITHIN_AUTHORITY);
    }

    @Test
    @DisplayName("R-098, G11: approved by somebody else than who asked, and issued then")
    void is_approved_by_somebody_else() {
        var pending = BEYOND.when(new RequestDiscountApproval("a reference"))
                .by("kim")
                .then(REQUESTED)
                .when(new RequestDiscountApproval("a reference"))
                .thenNothing()
                .when(new RequestDiscountApproval("another reason"))
                .thenRefused(DISCOUNT_PENDING);
        assertThat(view(pending).status()).isEqualTo("PENDING_APPROVAL");
        pending.when(new IssueQuotation()).thenRefused(DISCOUNT_PENDING);
        pending.when(new DecideDiscount(true, null, null, null)).by("kim").thenRefused(DECIDER_IS_REQUESTER);
        var approved = pending.when(new DecideDiscount(true, "go", null, null))
                .by("lee")
                .then(new DiscountApproved(OPPORTUNITY, "lee", "go"))
                .when(new DecideDiscount(true, null, null, null))
                .thenNothing()
                .when(new DecideDiscount(true, "for another reason", null, null))
                .thenRefused(DISCOUNT_ALREADY_APPROVED)
                .when(new RequestDiscountApproval("another reason"))
                .thenRefused(DISCOUNT_ALREADY_APPROVED)
                .when(new RequestDiscountApproval("a reference"))
                .thenNothing();
        assertThat(view(approved).status()).isEqualTo("APPROVED");
        approved.when(new IssueQuotation()).then(ISSUED);
        assertThat(QUOTATION.command(DecideDiscount.class).roles())
                .containsExactlyInAnyOrder(Role.SALES_MANAGER, Role.FINANCE, Role.IMPORTER);
    }

    @Test
    @DisplayName("R-098, G11: or refused, and a draft again")
    void is_refused_into_a_draft() {
        var refused = PENDING.when(new DecideDiscount(false, "too much", null, null))
                .by("lee")
                .then(new DiscountRefused(OPPORTUNITY, "lee", "too much"));
        assertThat(view(refused).status()).isEqualTo("DRAFT");
        refused.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        refused.when(new DecideDiscount(true, null, null, null)).thenRefused(DISCOUNT_NOT_PENDING);
        APPROVED.when(new DecideDiscount(false, "after all", null, null)).thenRefused(DISCOUNT_NOT_PENDING);
    }

    @Test
    @DisplayName("R-098: an approval is for the lines as they stood, and not for those of a revision")
    void a_revision_needs_an_approval_of_its_own() {
        PENDING.when(revise(line("1", "100.00", "10"))).thenRefused(DISCOUNT_PENDING);
        var revised = APPROVED.given(APPROVED.when(revise(line("1", "100.00", "20")))
                .decision()
                .events()
                .getFirst());
        assertThat(view(revised).status()).isEqualTo("DRAFT");
        revised.when(new IssueQuotation()).thenRefused(DISCOUNT_NEEDS_APPROVAL);
    }

    @Test
    @DisplayName(
            "R-098, R-188, G11: the sales process of the deal says who may give how much, and who must say as whom")
    void limits_are_those_of_the_deals_process() {
        var lines = NOTHING.given(drafted(line("1", "100.00", "20")));
        var binding =
                new Binding("north", 4, List.of(limit(SELLER, "5"), limit(SALES_MANAGER, "10"), limit(FINANCE, "30")));
        WITHIN.when(new IssueQuotation()).reading(binding).thenRefused(DISCOUNT_NEEDS_APPROVAL);
        lines.when(new IssueQuotation())
                .reading(new Binding("south", 1, List.of(limit(SELLER, "20"))))
                .then(ISSUED);
        var pending = lines.when(new RequestDiscountApproval("a reference"))
                .by("kim")
                .reading(binding)
                .then(new DiscountApprovalRequested(
                        OPPORTUNITY, new BigDecimal("20"), new BigDecimal("5"), "kim", "a reference"));
        for (var beyond : new Approver[] {null, SALES_MANAGER, SELLER}) {
            pending.when(new DecideDiscount(true, null, beyond, null))
                    .by("lee")
                    .reading(binding)
                    .thenRefused(DISCOUNT_BEYOND_APPROVER, "/as");
        }
        pending.when(new DecideDiscount(true, null, FINANCE, null))
                .by("lee")
                .reading(binding)
                .then(new DiscountApproved(OPPORTUNITY, "lee", null));
        pending.when(new DecideDiscount(false, "no", SALES_MANAGER, null))
                .by("lee")
                .reading(binding)
                .then(new DiscountRefused(OPPORTUNITY, "lee", "no"));
    }

    @Test
    @DisplayName("G11: whoever decides as somebody has that role")
    void an_approver_has_the_role() {
        var row = QUOTATION.command(DecideDiscount.class);
        assertThat(row.rolesFor(new DecideDiscount(true, null, null, null))).isEqualTo(row.roles());
        assertThat(row.rolesFor(new DecideDiscount(true, null, FINANCE, null)))
                .containsExactlyInAnyOrder(Role.FINANCE, Role.IMPORTER);
        assertThat(row.rolesFor(new DecideDiscount(true, null, SALES_MANAGER, null)))
                .containsExactlyInAnyOrder(Role.SALES_MANAGER, Role.IMPORTER);
        assertThat(row.rolesFor(new DecideDiscount(true, null, SELLER, null))).containsExactly(Role.IMPORTER);
    }

    @Test
    @DisplayName("R-098, G11: an import issues above the limit only with the approval that was given, and says by whom")
    void an_import_repeats_the_approval() {
        BEYOND.when(new IssueQuotation()).unbound().thenRefused(DISCOUNT_NEEDS_APPROVAL);
        var beyond = new Binding("north", 4, List.of(limit(SELLER, "5"), limit(FINANCE, "10")));
        PENDING.when(new DecideDiscount(true, "in 2019", FINANCE, null))
                .unbound()
                .thenRefused(DECIDER_MISSAID);
        PENDING.when(new DecideDiscount(true, "in 2019", FINANCE, " "))
                .unbound()
                .thenRefused(DECIDER_MISSAID);
        PENDING.when(new DecideDiscount(true, "in 2019", FINANCE, "KIM"))
                .unbound()
                .thenRefused(DECIDER_IS_REQUESTER);
        PENDING.when(new DecideDiscount(true, null, null, "ann")).by("lee").thenRefused(DECIDER_MISSAID, "/decidedBy");
        PENDING.when(new DecideDiscount(true, "in 2019", FINANCE, "ann"))
                .reading(beyond)
                .unbound()
                .then(new DiscountApproved(OPPORTUNITY, "ann", "in 2019"))
                .when(new IssueQuotation())
                .unbound()
                .then(ISSUED);
        PENDING.when(new DecideDiscount(false, "too much", null, "ann"))
                .unbound()
                .then(new DiscountRefused(OPPORTUNITY, "ann", "too much"));
    }

    private static DiscountLimit limit(Approver by, String percent) {
        return new DiscountLimit(by, new BigDecimal(percent));
    }

    @Test
    void a_discount_in_the_customers_hands_is_not_decided_about() {
        var issued = APPROVED.given(ISSUED);
        for (var command : List.of(new RequestDiscountApproval("x"), new DecideDiscount(true, null, null, null))) {
            issued.when(command).thenRefused(QUOTATION_ALREADY_ISSUED);
        }
    }
}
