package io.milepost.opportunities.quotation;

import static io.milepost.opportunities.quotation.QuotationCatalogue.QUOTATION;
import static io.milepost.opportunities.quotation.Quotations.*;
import static io.milepost.opportunities.quotation.Sources.No.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.opportunities.kernel.AgreedSolution;
import io.milepost.opportunities.kernel.IssuedBill;
import io.milepost.opportunities.kernel.IssuedBill.BillPosition;
import io.milepost.opportunities.quotation.Grounds.*;
import io.milepost.opportunities.quotation.Proposal.*;
import io.milepost.opportunities.quotation.Quotation.*;
import io.milepost.opportunities.quotation.QuotationEvent.*;
import io.milepost.opportunities.quotation.Sources.*;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.testkit.ReachedRefusals;
import io.milepost.platform.testkit.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of which solution and of which position of its bill the lines of an offer are. */
class SourcesTest {
    private static final ReachedRefusals REACHED = ReachedRefusals.of(OF_SOURCES);
    private static final UUID SOLUTION = UUID.fromString("01900000-0000-7000-8000-0000000000e3");
    private static final UUID BILL = UUID.fromString("01900000-0000-7000-8000-0000000000e4");
    private static final LineSource OF_SOLUTION = new LineSource(SOLUTION, null, null);
    private static final LineSource OF_BILL = new LineSource(null, BILL, "1.1");
    private static final AgreedSolution CONFIRMED = new AgreedSolution(OPPORTUNITY, 3, List.of("gtx pro"));
    private static final IssuedBill ISSUED = new IssuedBill(
            OPPORTUNITY, SOLUTION, 3, 2, List.of(new BillPosition("1.1", "GTX Pro"), new BillPosition("1.2", "rails")));
    private static final Scenario<Quotation, Command, QuotationEvent> NOTHING = Scenario.of(QUOTATION)
            .recording(REACHED)
            .reading(new QuotedDeal(true))
            .reading(new QuotedPrices(List.of(new ListVersion(LISTED_FROM, List.of(), null, null))));

    @AfterAll
    static void every_refusal_is_reached() {
        REACHED.assertComplete();
    }

    @Test
    @DisplayName(
            "R-123: a line is of the version of the solution that the customer confirmed, or of a position of the issued bill")
    void a_line_says_of_which_item_it_is() {
        assertThat(offered(CONFIRMED, ISSUED, of("GTX Pro", OF_SOLUTION)))
                .containsExactly(new AgreedItem(SOLUTION, 3, null, null, null));
        assertThat(offered(CONFIRMED, ISSUED, of("GTX Pro", OF_BILL), of("training", null)))
                .containsExactly(new AgreedItem(SOLUTION, 3, BILL, 2, "1.1"), null);
        var both = new LineSource(SOLUTION, BILL, " 1.2");
        assertThat(offered(CONFIRMED, ISSUED, of("rails", both)))
                .containsExactly(new AgreedItem(SOLUTION, 3, BILL, 2, "1.2"));
        var accepted = Quotations.NOTHING
                .given(
                        new QuotationDrafted(
                                OPPORTUNITY,
                                ACCOUNT,
                                "kim",
                                null,
                                List.of(of("GTX Pro", OF_SOLUTION)
                                        .priced(null, List.of(), new AgreedItem(SOLUTION, 3, null, null, null))),
                                usd("10.00"),
                                LAST_DAY,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                null,
                                null),
                        ISSUE)
                .when(new AcceptQuotation(null))
                .decision();
        assertThat(((QuotationAccepted) accepted.events().getFirst()).lines())
                .extracting(PricedLine::source)
                .containsExactly(new AgreedItem(SOLUTION, 3, null, null, null));
    }

    @Test
    @DisplayName("R-123: what a line names has to be there, agreed, of this deal and of its product")
    void a_wrong_source_is_refused() {
        var other = new UUID(7, 7);
        refuses(CONFIRMED, ISSUED, new LineSource(null, null, null), SOURCE_INCOMPLETE, "/source");
        refuses(CONFIRMED, ISSUED, new LineSource(null, BILL, " "), SOURCE_INCOMPLETE, "/source");
        refuses(CONFIRMED, ISSUED, new LineSource(SOLUTION, null, "1.1"), SOURCE_INCOMPLETE, "/source");
        var open = new AgreedSolution(OPPORTUNITY, 0, List.of());
        var foreign = new AgreedSolution(other, 3, List.of("GTX Pro"));
        var without = new AgreedSolution(OPPORTUNITY, 3, List.of("rails"));
        refuses(null, ISSUED, OF_SOLUTION, SOLUTION_NOT_AGREED, "/source/solutionId");
        refuses(open, ISSUED, OF_SOLUTION, SOLUTION_NOT_AGREED, "/source/solutionId");
        refuses(foreign, ISSUED, OF_SOLUTION, SOLUTION_NOT_AGREED, "/source/solutionId");
        refuses(without, ISSUED, OF_SOLUTION, PRODUCT_OF_OTHER_SOURCE, "/product");
        var draft = new IssuedBill(OPPORTUNITY, SOLUTION, null, 0, List.of());
        refuses(CONFIRMED, null, OF_BILL, BILL_NOT_ISSUED, "/source/billId");
        refuses(CONFIRMED, draft, OF_BILL, BILL_NOT_ISSUED, "/source/billId");
        refuses(
                CONFIRMED,
                new IssuedBill(other, SOLUTION, 3, 2, ISSUED.positions()),
                OF_BILL,
                BILL_NOT_ISSUED,
                "/source/billId");
        refuses(CONFIRMED, ISSUED, new LineSource(null, BILL, "1.3"), POSITION_UNKNOWN, "/source/position");
        refuses(CONFIRMED, ISSUED, new LineSource(null, BILL, "1.2"), PRODUCT_OF_OTHER_SOURCE, "/product");
        var ofOther = new IssuedBill(OPPORTUNITY, other, 1, 2, ISSUED.positions());
        refuses(
                CONFIRMED,
                ofOther,
                new LineSource(SOLUTION, BILL, "1.1"),
                BILL_OF_OTHER_SOLUTION,
                "/source/solutionId");
    }

    @Test
    @DisplayName("R-123: an offer is of one solution and of one bill, also when it is revised")
    void sources_are_not_mixed() {
        var lines = List.of(of("GTX Pro", OF_BILL), of("rails", new LineSource(null, new UUID(7, 7), "1.2")));
        reading(CONFIRMED, ISSUED).when(draft(lines, LAST_DAY, null)).thenRefused(SOURCES_MIXED, "/lines/1/source");
        reading(CONFIRMED, ISSUED)
                .given(DRAFTED)
                .when(revise(of("rails", OF_BILL)))
                .thenRefused(PRODUCT_OF_OTHER_SOURCE, "/lines/0/product");
        var revised = reading(CONFIRMED, ISSUED)
                .given(DRAFTED)
                .when(revise(of("GTX Pro", OF_BILL)))
                .decision();
        assertThat(((QuotationRevised) revised.events().getFirst()).lines())
                .extracting(PricedLine::source)
                .containsExactly(new AgreedItem(SOLUTION, 3, BILL, 2, "1.1"));
    }

    private static List<AgreedItem> offered(AgreedSolution solution, IssuedBill bill, OfferedLine... lines) {
        var drafted = reading(solution, bill)
                .when(draft(List.of(lines), LAST_DAY, null))
                .decision();
        return ((QuotationDrafted) drafted.events().getFirst())
                .lines().stream().map(PricedLine::source).toList();
    }

    private static void refuses(
            @Nullable AgreedSolution solution,
            @Nullable IssuedBill bill,
            LineSource source,
            Refusal reason,
            String pointer) {
        reading(solution, bill)
                .when(draft(List.of(of("GTX Pro", source)), LAST_DAY, null))
                .thenRefused(reason, "/lines/0" + pointer);
    }

    private static Scenario<Quotation, Command, QuotationEvent> reading(
            @Nullable AgreedSolution solution, @Nullable IssuedBill bill) {
        var known = solution == null ? NOTHING : NOTHING.reading(solution);
        return bill == null ? known : known.reading(bill);
    }

    private static OfferedLine of(String product, @Nullable LineSource source) {
        return new OfferedLine(product, null, BigDecimal.ONE, usd("10.00"), null, source);
    }
}
