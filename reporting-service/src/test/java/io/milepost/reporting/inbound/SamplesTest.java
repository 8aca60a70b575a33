package io.milepost.reporting.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.reporting.inbound.contract.ContractFacts;
import io.milepost.reporting.inbound.contract.PaymentFacts;
import io.milepost.reporting.inbound.delivery.CareFacts;
import io.milepost.reporting.inbound.delivery.ClosureFacts;
import io.milepost.reporting.inbound.delivery.CourseFacts;
import io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts;
import io.milepost.reporting.inbound.delivery.DeviationFacts;
import io.milepost.reporting.inbound.delivery.EvaluationFacts;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.inbound.delivery.KeepingFacts;
import io.milepost.reporting.inbound.lead.AccountFacts;
import io.milepost.reporting.inbound.lead.AppraisalFacts;
import io.milepost.reporting.inbound.lead.CampaignFacts;
import io.milepost.reporting.inbound.lead.RegisterFacts;
import io.milepost.reporting.inbound.lead.ResearchFacts;
import io.milepost.reporting.inbound.lead.TargetFacts;
import io.milepost.reporting.inbound.notice.NoticeFacts;
import io.milepost.reporting.inbound.opportunity.BudgetFacts;
import io.milepost.reporting.inbound.opportunity.OpportunityFacts;
import io.milepost.reporting.inbound.opportunity.RiskFacts;
import io.milepost.reporting.inbound.opportunity.SalesMilestoneFacts;
import io.milepost.reporting.inbound.opportunity.SalesProcessFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every published sample, the full and the minimal one, reads as what the reports take from it. */
class SamplesTest {

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of("opportunity", NoticeFacts.ACKNOWLEDGED, NoticeFacts.Acknowledged.class),
                Arguments.of("opportunity", SalesMilestoneFacts.PLANNED, SalesMilestoneFacts.Planned.class),
                Arguments.of("opportunity", SalesMilestoneFacts.REACHED, SalesMilestoneFacts.Reached.class),
                Arguments.of("lead", AccountFacts.OPENED, AccountFacts.Named.class),
                Arguments.of("lead", AccountFacts.PROFILE_UPDATED, AccountFacts.Named.class),
                Arguments.of("lead", CampaignFacts.SPENT, CampaignFacts.Spent.class),
                Arguments.of("lead", CampaignFacts.SPENDING_REVERSED, CampaignFacts.SpendingReversed.class),
                Arguments.of("lead", CampaignFacts.BUDGET_CHANGED, CampaignFacts.BudgetChanged.class),
                Arguments.of("lead", CampaignFacts.OUTCOME, CampaignFacts.Outcome.class),
                Arguments.of("opportunity", OpportunityFacts.OWNER_CHANGED, OpportunityFacts.OwnerChanged.class),
                Arguments.of("opportunity", OpportunityFacts.ACCOUNT_ASSIGNED, OpportunityFacts.AccountAssigned.class),
                Arguments.of("opportunity", OpportunityFacts.CLOSE_EXPECTED, OpportunityFacts.CloseExpected.class),
                Arguments.of("opportunity", RiskFacts.OWNER_ASSIGNED, RiskFacts.OwnerAssigned.class),
                Arguments.of("opportunity", RiskFacts.RESPONSE_PLANNED, RiskFacts.ResponsePlanned.class),
                Arguments.of("opportunity", RiskFacts.REVIEWED, RiskFacts.Reviewed.class),
                Arguments.of("opportunity", RiskFacts.REVIEW_MOVED, RiskFacts.ReviewMoved.class),
                Arguments.of("opportunity", RiskFacts.OCCURRED, RiskFacts.Occurred.class),
                Arguments.of("opportunity", RiskFacts.CLOSED, RiskFacts.Closed.class),
                Arguments.of("opportunity", BudgetFacts.RELEASED, BudgetFacts.Released.class),
                Arguments.of("opportunity", BudgetFacts.REVISED, BudgetFacts.Revised.class),
                Arguments.of("opportunity", BudgetFacts.EXPENSE_RECORDED, BudgetFacts.Expense.class),
                Arguments.of("opportunity", BudgetFacts.EXPENSE_REVERSED, BudgetFacts.ExpenseReversed.class),
                Arguments.of("contract", PaymentFacts.RELEASED, PaymentFacts.Matched.class),
                Arguments.of("contract", PaymentFacts.REBASELINED, PaymentFacts.Rebaselined.class),
                Arguments.of("delivery", ClosureFacts.OPENED, EvaluationFacts.Opened.class),
                Arguments.of("delivery", ClosureFacts.SALES_OPENED, EvaluationFacts.Opened.class),
                Arguments.of("contract", PaymentFacts.REFUNDED, PaymentFacts.Refunded.class),
                Arguments.of("contract", PaymentFacts.MOVED_OUT, PaymentFacts.Moved.class),
                Arguments.of("contract", PaymentFacts.MOVED_IN, PaymentFacts.MovedIn.class),
                Arguments.of("contract", PaymentFacts.RESTORED, PaymentFacts.Moved.class),
                Arguments.of("contract", PaymentFacts.CREDITED, PaymentFacts.GivenUp.class),
                Arguments.of("contract", PaymentFacts.WRITTEN_OFF, PaymentFacts.GivenUp.class),
                Arguments.of("lead", RegisterFacts.RECORDED, RegisterFacts.Recorded.class),
                Arguments.of("lead", RegisterFacts.BOOK_DUE, RegisterFacts.BookDue.class),
                Arguments.of("lead", RegisterFacts.BOOK_SHORT, RegisterFacts.BookShort.class),
                Arguments.of("lead", RegisterFacts.BOOK_RECOVERED, RegisterFacts.BookRecovered.class),
                Arguments.of("lead", ResearchFacts.STARTED, ResearchFacts.Started.class),
                Arguments.of("lead", AppraisalFacts.OPENED, AppraisalFacts.Opened.class),
                Arguments.of("lead", AppraisalFacts.SCORED, AppraisalFacts.Scored.class),
                Arguments.of("delivery", CareFacts.RESCHEDULED, CareFacts.Rescheduled.class),
                Arguments.of("delivery", CareFacts.CASE_RESOLVED, CareFacts.CaseResolved.class),
                Arguments.of("lead", TargetFacts.APPROVED, TargetFacts.Approved.class),
                Arguments.of("lead", TargetFacts.REVISED, TargetFacts.Revised.class),
                Arguments.of("lead", TargetFacts.CLOSED, TargetFacts.Closed.class),
                Arguments.of("contract", ContractFacts.AMENDED, ContractFacts.Amended.class),
                Arguments.of("contract", ContractFacts.AMENDED, ContractFacts.AmendedLines.class),
                Arguments.of("contract", ContractFacts.DRAFTED, ContractFacts.Listed.class),
                Arguments.of("contract", PaymentFacts.RECEIVED, PaymentFacts.Received.class),
                Arguments.of("contract", PaymentFacts.EXPECTED_AGAIN, PaymentFacts.GivenUp.class),
                Arguments.of("contract", PaymentFacts.ADVANCE, PaymentFacts.Advance.class),
                Arguments.of("delivery", HandoverFacts.DELIVERED, HandoverFacts.Delivered.class),
                Arguments.of("delivery", DeliveryMilestoneFacts.BASELINED, DeliveryMilestoneFacts.Baselined.class),
                Arguments.of("delivery", DeliveryMilestoneFacts.REBASELINED, DeliveryMilestoneFacts.Rebaselined.class),
                Arguments.of("delivery", DeliveryMilestoneFacts.SLIPPED, DeliveryMilestoneFacts.Slipped.class),
                Arguments.of("delivery", DeliveryMilestoneFacts.REACHED, DeliveryMilestoneFacts.Reached.class),
                Arguments.of("delivery", CourseFacts.REQUESTED, CourseFacts.Requested.class),
                Arguments.of("delivery", CourseFacts.SINGLE_ACCEPTED, CourseFacts.Accepted.class),
                Arguments.of("delivery", CourseFacts.ALL_ACCEPTED, CourseFacts.Accepted.class),
                Arguments.of("delivery", CourseFacts.FAILED, CourseFacts.Failed.class),
                Arguments.of("delivery", CourseFacts.SUSPENDED, CourseFacts.Suspended.class),
                Arguments.of("delivery", CourseFacts.RESUMED, CourseFacts.Resumed.class),
                Arguments.of("delivery", CourseFacts.DELIVERY_ACCEPTED, CourseFacts.DeliveryAccepted.class),
                Arguments.of("delivery", CourseFacts.DELIVERY_CLOSED, CourseFacts.DeliveryClosed.class),
                Arguments.of("delivery", CourseFacts.ISSUE_RAISED, CourseFacts.IssueRaised.class),
                Arguments.of("delivery", CourseFacts.ISSUE_RESOLVED, CourseFacts.IssueResolved.class),
                Arguments.of("delivery", CourseFacts.CHANGE_RAISED, CourseFacts.ChangeRaised.class),
                Arguments.of("delivery", CourseFacts.CHANGE_ASSESSED, CourseFacts.ChangeAssessed.class),
                Arguments.of("delivery", CourseFacts.TERMS_AGREED, CourseFacts.TermsAgreed.class),
                Arguments.of("delivery", CourseFacts.GOODS_DELIVERED, CourseFacts.GoodsDelivered.class),
                Arguments.of("delivery", ClosureFacts.OPENED, ClosureFacts.Opened.class),
                Arguments.of("delivery", ClosureFacts.ITEM_DONE, ClosureFacts.Item.class),
                Arguments.of("delivery", ClosureFacts.ITEM_WAIVED, ClosureFacts.Item.class),
                Arguments.of("delivery", ClosureFacts.ITEM_REOPENED, ClosureFacts.Item.class),
                Arguments.of("delivery", ClosureFacts.ITEMS_ADDED, ClosureFacts.Listed.class),
                Arguments.of("delivery", ClosureFacts.PROJECT_CLOSED, ClosureFacts.Closed.class),
                Arguments.of("delivery", ClosureFacts.SALES_OPENED, ClosureFacts.Listed.class),
                Arguments.of("delivery", ClosureFacts.SALES_ITEM_WAIVED, ClosureFacts.Item.class),
                Arguments.of("delivery", ClosureFacts.SALES_PROJECT_CLOSED, ClosureFacts.Closed.class));
    }

    static Stream<String> tasks() {
        return Stream.concat(
                ClosureFacts.TASKS.keySet().stream(),
                Stream.of(
                        ClosureFacts.BLOCKED,
                        ClosureFacts.SALES_BLOCKED,
                        CourseFacts.CHANGE_SETTLED,
                        CourseFacts.CHANGE_DROPPED,
                        CourseFacts.CHANGE_APPLIED,
                        CourseFacts.CHANGE_REJECTED));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void what_is_taken_for_its_name_alone_is_published_under_it(String type) {
        assertThat(ProducerSamples.of("delivery", type.substring(0, type.indexOf('.')), type))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_published_event_reads_as_what_is_taken_from_it(String source, String type, Class<?> shape) {
        String aggregate = type.substring(0, type.indexOf('.'));
        for (Inbound sample : ProducerSamples.of(source, aggregate, type)) {
            assertThat(sample.as(shape)).hasNoNullFieldsOrProperties();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead", "opportunity", "contract", "delivery"})
    void the_notices_of_every_service_read_alike(String source) {
        assertThat(ProducerSamples.of(source, "notice", NoticeFacts.RAISED)).allSatisfy(sample -> {
            var raised = sample.as(NoticeFacts.Raised.class);
            assertThat(raised.kind()).isNotBlank();
            assertThat(raised.aggregate()).isNotBlank();
            assertThat(raised.raisedAt()).isNotNull();
        });
    }

    @Test
    void what_is_told_in_parts_reads_with_them() {
        assertThat(ProducerSamples.of("lead", "campaign", CampaignFacts.PLANNED))
                .allSatisfy(sample -> assertThat(
                                sample.as(CampaignFacts.Planned.class).plan().title())
                        .isNotBlank());
        assertThat(ProducerSamples.of("delivery", "sales-closure", EvaluationFacts.SALES_EVALUATED))
                .allSatisfy(sample -> assertThat(
                                sample.as(EvaluationFacts.Evaluated.class).profit())
                        .isNotNull());
        assertThat(ProducerSamples.of("opportunity", "risk", RiskFacts.IDENTIFIED))
                .allSatisfy(sample -> assertThat(
                                sample.as(RiskFacts.Identified.class).exposure())
                        .isNotBlank());
        assertThat(ProducerSamples.of("delivery", "deviation", DeviationFacts.FOUND))
                .allSatisfy(sample -> {
                    var found = sample.as(DeviationFacts.Found.class);
                    assertThat(found.dimension()).isNotBlank();
                    assertThat(found.foundOn()).isNotNull();
                });
        assertThat(ProducerSamples.of("delivery", "fulfilment", CourseFacts.GOODS_OPENED))
                .allSatisfy(sample -> assertThat(
                                sample.as(CourseFacts.GoodsOpened.class).owner())
                        .isNotBlank());
        assertThat(ProducerSamples.of("delivery", "lesson", KeepingFacts.LESSON_COLLECTED))
                .allSatisfy(sample -> assertThat(
                                sample.as(KeepingFacts.Collected.class).kind())
                        .isNotBlank());
        assertThat(ProducerSamples.of("delivery", "archive-record", KeepingFacts.FILED))
                .allSatisfy(
                        sample -> assertThat(sample.as(KeepingFacts.Filed.class).retainUntil())
                                .isNotNull());
        assertThat(ProducerSamples.of("delivery", "care-visit", CareFacts.SCHEDULED))
                .allSatisfy(sample ->
                        assertThat(sample.as(CareFacts.Scheduled.class).owner()).isNotBlank());
        assertThat(ProducerSamples.of("delivery", "service-case", CareFacts.CASE_OPENED))
                .allSatisfy(sample -> assertThat(
                                sample.as(CareFacts.CaseOpened.class).openedAt())
                        .isNotNull());
        for (String type : List.of(CareFacts.DONE, CareFacts.CASE_CONFIRMED, CareFacts.SETTLED)) {
            assertThat(ProducerSamples.of("delivery", type.substring(0, type.indexOf('.')), type))
                    .allSatisfy(sample ->
                            assertThat(sample.as(CareFacts.Answered.class).on()).isNotNull())
                    .anySatisfy(sample -> assertThat(
                                    sample.as(CareFacts.Answered.class).satisfaction())
                            .isNotNull());
        }
        assertThat(ProducerSamples.of("opportunity", "sales-process", SalesProcessFacts.DEFINED))
                .allSatisfy(sample -> assertThat(
                                sample.as(SalesProcessFacts.Defined.class).mode())
                        .isNotBlank());
        assertThat(ProducerSamples.of("opportunity", "opportunity", OpportunityFacts.IDENTIFIED))
                .anySatisfy(sample -> assertThat(
                                sample.as(OpportunityFacts.Described.class).source())
                        .isNotNull());
        assertThat(ProducerSamples.of("opportunity", "opportunity", OpportunityFacts.LOST))
                .anySatisfy(sample -> assertThat(
                                sample.as(OpportunityFacts.Ended.class).cause())
                        .isNotBlank());
        assertThat(ProducerSamples.of("lead", "sales-target", TargetFacts.DRAFTED))
                .allSatisfy(sample -> assertThat(
                                sample.as(TargetFacts.Drafted.class).task().metric())
                        .isEqualTo("REVENUE"));
    }

    @Test
    void another_shape_does_not_read() {
        var sample =
                ProducerSamples.of("delivery", "closure", ClosureFacts.BLOCKED).getFirst();
        assertThatThrownBy(() -> sample.as(ClosureFacts.Item.class)).isInstanceOf(Inbound.Unreadable.class);
    }
}
