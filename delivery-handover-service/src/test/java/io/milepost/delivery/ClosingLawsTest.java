package io.milepost.delivery;

import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.COMPREHENSIVE;
import static io.milepost.delivery.acceptance.Acceptance.AcceptanceKind.SINGLE_POINT;
import static io.milepost.delivery.acceptance.AcceptanceCatalogue.ACCEPTANCE;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.ARCHIVE_RECORD;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_END;
import static io.milepost.delivery.archiverecord.ArchiveRecordCatalogue.RETENTION_ENDING;
import static io.milepost.delivery.closure.ClosureCatalogue.CLOSURE;
import static io.milepost.delivery.lesson.LessonCatalogue.LESSON;
import static io.milepost.delivery.salesclosure.SalesClosureCatalogue.SALES_CLOSURE;
import static io.milepost.delivery.settlement.SettlementCatalogue.SETTLEMENT;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.delivery.acceptance.Acceptance.AcceptanceReportIssued;
import io.milepost.delivery.acceptance.Acceptance.AcceptanceResult;
import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.closure.ClosureTemplate;
import io.milepost.delivery.salesclosure.SalesClosure;
import io.milepost.delivery.salesclosure.SalesClosure.SalesItem;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The laws for the aggregates from acceptance to closure. */
class ClosingLawsTest {
    private static final String NONE_OPEN = "no item of a closed sales project is open";

    @Test
    void laws_of_the_acceptance() {
        Laws.of(ACCEPTANCE)
                .suggesting("point", UUID.fromString("01900000-0000-7000-8000-0000000000d1"))
                .suggesting("qualityStandard", "ISO 9001")
                .suggesting("Agreed.standard", "ISO 9001")
                .suggesting("ScheduleAcceptance.on", LocalDate.parse("2026-03-20"))
                .suggesting("result", AcceptanceResult.FAILED, AcceptanceResult.PASSED)
                .suggesting("RequestAcceptance.kind", SINGLE_POINT, SINGLE_POINT, SINGLE_POINT, COMPREHENSIVE)
                .suggesting("item", "Hall A")
                .suggesting("acceptor", "Jane Roe")
                .suggesting("stands", false)
                .rare(AcceptanceReportIssued.class)
                .suggesting("measured", "0.02 mm")
                .suggesting("remarks", "one scratch")
                .suggesting("RecordInspection.on", LocalDate.parse("2026-03-02"))
                .suggesting("acceptedOn", LocalDate.parse("2026-03-02"))
                .terminal("ACCEPTED")
                .check();
    }

    @Test
    void laws_of_the_settlement() {
        Laws.of(SETTLEMENT).suggesting("satisfaction", 1, 5).terminal("SETTLED").check();
    }

    @Test
    void laws_of_the_closure() {
        Laws.of(CLOSURE)
                .suggesting("NeededDocument.kind", "summary-report")
                .suggesting("NeededDocument.subjectId", Scenario.ID)
                .suggesting("item", ClosureTemplate.STANDARD.items().toArray())
                .suggesting("items", ClosureTemplate.STANDARD.items(), ClosureTemplate.STRATEGIC.items())
                .suggesting("waivable", ClosureTemplate.STANDARD.items())
                .suggesting("revenue", Money.of("12.50", "USD"))
                .suggesting("cost", Money.of("10.00", "USD"))
                .suggesting("plannedProfit", Money.of("2.50", "USD"))
                .suggesting("plannedRevenue", Money.of("12.50", "USD"))
                .suggesting("plannedCost", Money.of("10.00", "USD"))
                .rare(ClosureItemReopenedAfterClose.class)
                .rare(ProjectClosed.class)
                .terminal("CLOSED", "CALLED_OFF")
                .check();
    }

    /** Most histories are called off before they are closed; those that cannot be are tried beside them. */
    @Test
    void laws_of_the_closure_of_a_sales_project() {
        suggesting(SALES_CLOSURE).rare(SalesClosure.SalesProjectClosed.class).check();
        var sound = SALES_CLOSURE.decider();
        suggesting(deciding((closure, command, occasion) -> command instanceof SalesClosure.CallOffClosure
                        ? Decision.unchanged()
                        : sound.decide().decide(closure, command, occasion)))
                .rare(SalesClosure.SalesClosureCalledOff.class)
                .terminal("CLOSED")
                .check();
    }

    private static Laws<SalesClosure, SalesClosure.Command, SalesClosure.Event> suggesting(
            Catalogue<SalesClosure, SalesClosure.Command, SalesClosure.Event> closures) {
        return Laws.of(closures)
                .suggesting("template", "strategic")
                .suggesting("items", List.of(SalesItem.values()))
                .suggesting("waivable", List.of(SalesItem.PROJECT_REVIEW))
                .suggesting("NeededDocument.kind", "summary-report")
                .suggesting("NeededDocument.subjectId", Scenario.ID)
                .suggesting("contractId", UUID.fromString("01900000-0000-7000-8000-0000000000c1"))
                .suggesting("heldOn", LocalDate.parse("2026-03-02"))
                .suggesting("revenue", Money.of("12.50", "USD"))
                .suggesting("cost", Money.of("10.00", "USD"))
                .suggesting("plannedProfit", Money.of("2.50", "USD"))
                .suggesting("plannedRevenue", Money.of("12.50", "USD"))
                .suggesting("plannedCost", Money.of("10.00", "USD"))
                .always(NONE_OPEN, ClosingLawsTest::isNoneOpen);
    }

    @Test
    void notice_a_sales_project_that_is_closed_with_open_items() {
        var sound = SALES_CLOSURE.decider();
        var planted = deciding((closure, command, occasion) -> command instanceof SalesClosure.CloseSalesProject
                ? Decision.accepted(new SalesClosure.SalesProjectClosed(
                        closure.opening().opportunityId(),
                        closure.opening().outcome(),
                        closure.opening().contractId(),
                        occasion.today()))
                : sound.decide().decide(closure, command, occasion));
        assertThatThrownBy(() -> Laws.of(planted)
                        .repeating(SalesClosure.CloseSalesProject.class)
                        .always(NONE_OPEN, ClosingLawsTest::isNoneOpen)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(NONE_OPEN);
    }

    private static Catalogue<SalesClosure, SalesClosure.Command, SalesClosure.Event> deciding(
            Decider.Decide<SalesClosure, SalesClosure.Command, SalesClosure.Event> decide) {
        return new Catalogue<>(
                SALES_CLOSURE.aggregate(),
                SALES_CLOSURE.plural(),
                new Decider<>(
                        decide,
                        SALES_CLOSURE.decider().begin(),
                        SALES_CLOSURE.decider().evolve()),
                SALES_CLOSURE.owner(),
                SALES_CLOSURE.keepers(),
                SALES_CLOSURE.readers(),
                SALES_CLOSURE.holds(),
                SALES_CLOSURE.view(),
                SALES_CLOSURE.viewType(),
                SALES_CLOSURE.commands(),
                SALES_CLOSURE.events(),
                SALES_CLOSURE.refusals());
    }

    private static boolean isNoneOpen(SalesClosure closure) {
        return !closure.checklist().isClosed() || closure.checklist().open().isEmpty();
    }

    @Test
    void laws_of_a_lesson() {
        Laws.of(LESSON).check();
    }

    @Test
    void laws_of_the_archive_record() {
        Laws.of(ARCHIVE_RECORD)
                .rare(ArchiveRecordDisposed.class)
                .rare(ArchiveRetentionExpired.class)
                .rare(ArchiveRetentionEndAnnounced.class)
                .rare(ArchiveDisposalRequested.class)
                .waits(RETENTION_END)
                .waits(RETENTION_ENDING)
                .terminal("DISPOSED")
                .check();
    }
}
