package io.milepost.delivery;

import static org.awaitility.Awaitility.await;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.archiverecord.ArchiveRecord.*;
import io.milepost.delivery.closure.Closure.*;
import io.milepost.delivery.kernel.Experience;
import io.milepost.delivery.kernel.LessonKind;
import io.milepost.delivery.lesson.KeptLesson.*;
import io.milepost.delivery.salesclosure.SalesClosure.*;
import io.milepost.delivery.settlement.Settlement.CompleteSettlement;
import io.milepost.delivery.settlement.Settlement.ConfirmSettlement;
import io.milepost.delivery.settlement.Settlement.DisputeSettlement;
import io.milepost.delivery.settlement.Settlement.DraftSettlement;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.DocumentSituations;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For every command from acceptance to closure a situation in which it is accepted, made over HTTP, and some in which it is refused.
 *
 * @param signed the id of a newly signed contract whose closure is open
 * @param accepted the id of one whose handover is accepted and whose acceptance is open
 * @param strategic the id of a signed contract of a strategic deal whose closure asks for more
 * @param lost the id of a strategic deal that was lost and whose closure is open
 */
record ClosingSituations(
        Supplier<UUID> signed, Supplier<UUID> accepted, Supplier<UUID> strategic, Supplier<UUID> lost) {
    /** As document-kinds.json has it. */
    private static final UUID REPORT_KIND = UUID.fromString("0190c000-0000-7000-8000-000000000002");

    private static final Money USD = Money.of("10.00", "USD");
    static final RequestAcceptance WHOLE = new RequestAcceptance(null, AcceptanceKind.COMPREHENSIVE, null, "ISO 9001");
    static final ScheduleAcceptance SCHEDULE = new ScheduleAcceptance(null, LocalDate.parse("2026-03-02"));
    static final RecordInspection INSPECT = new RecordInspection(null, "0.02 mm", null);
    static final DecideAcceptance PASS = new DecideAcceptance(null, AcceptanceResult.PASSED, "Jane Roe", null, null);
    static final DecideAcceptance FAIL = new DecideAcceptance(null, AcceptanceResult.FAILED, "Jane Roe", "leaks", null);
    static final DraftSettlement DRAFT = new DraftSettlement(Money.of("4514.00", "USD"), null);
    static final WaiveItem CARRY_OVER = new WaiveItem(ClosureItem.FULL_COLLECTION, "carried over");
    static final FileRecord FILE = new FileRecord(
            "Contract file", "ann", "kim", "Room 4", 1, "shred", LocalDate.parse("2010-01-04"), null, null, null);
    private static final FileRecord FILE_TODAY =
            new FileRecord("Contract file", "ann", "kim", "Room 4", 10, "shred", null, null, null, null);

    BadInputWalk in(BadInputWalk walk) {
        return sales(tasks(closure(settlement(acceptance(DocumentSituations.in(walk))))));
    }

    private BadInputWalk acceptance(BadInputWalk walk) {
        return walk.accepted(RequestAcceptance.class, client -> new Situation(accepted.get(), WHOLE))
                .accepted(ScheduleAcceptance.class, client -> new Situation(requested(client), SCHEDULE))
                .accepted(RecordInspection.class, client -> new Situation(scheduled(client), INSPECT))
                .accepted(DecideAcceptance.class, client -> new Situation(inspected(client), FAIL))
                .accepted(CompleteRectification.class, client -> {
                    var contract = inspected(client);
                    client.accept(contract, FAIL);
                    return new Situation(contract, new CompleteRectification(null));
                })
                .accepted(IssueReport.class, client -> new Situation(passed(client), new IssueReport(null, null)))
                .refused("POINT_NOT_SCHEDULED", client -> new Situation(requested(client), INSPECT))
                .refused("POINT_NOT_PASSED", client -> new Situation(inspected(client), new IssueReport(null, null)));
    }

    private BadInputWalk settlement(BadInputWalk walk) {
        return walk.accepted(DraftSettlement.class, client -> new Situation(passed(client), DRAFT))
                .accepted(
                        ConfirmSettlement.class,
                        client -> new Situation(drafted(client), new ConfirmSettlement(5, "well done")))
                .accepted(
                        DisputeSettlement.class,
                        client -> new Situation(drafted(client), new DisputeSettlement("too much")))
                .accepted(CompleteSettlement.class, client -> {
                    var contract = drafted(client);
                    client.accept(contract, new ConfirmSettlement(5, "well done"));
                    return new Situation(contract, new CompleteSettlement());
                })
                .refused("SETTLEMENT_NOT_CONFIRMED", client -> new Situation(drafted(client), new CompleteSettlement()))
                .refused("REASON_MISSING", client -> new Situation(drafted(client), new DisputeSettlement(" ")));
    }

    private BadInputWalk closure(BadInputWalk walk) {
        return walk.accepted(WaiveItem.class, client -> new Situation(signed.get(), CARRY_OVER))
                .accepted(CloseProject.class, client -> new Situation(ready(client), new CloseProject()))
                .accepted(FileRecord.class, client -> new Situation(null, FILE_TODAY))
                .accepted(
                        TransferCustody.class,
                        client -> new Situation(client.create(FILE_TODAY), new TransferCustody("bob", "Room 9", null)))
                .accepted(RequestDisposal.class, client -> new Situation(expired(client), new RequestDisposal()))
                .accepted(DisposeRecord.class, client -> {
                    var record = expired(client);
                    client.acceptFrom("ann", record, new RequestDisposal());
                    return new Situation(record, new DisposeRecord());
                })
                .refused("DISPOSAL_NOT_REQUESTED", client -> new Situation(expired(client), new DisposeRecord()))
                .refused(
                        "ITEM_NOT_WAIVABLE",
                        client -> new Situation(signed.get(), new WaiveItem(ClosureItem.ARCHIVE, "in a hurry")))
                .refused(
                        "PAPER_NOT_LISTED",
                        client -> new Situation(null, dealFile(lost.get(), List.of(UUID.randomUUID()))))
                .refused("RETENTION_RUNNING", client -> new Situation(client.create(FILE_TODAY), new DisposeRecord()));
    }

    private BadInputWalk tasks(BadInputWalk walk) {
        return walk.accepted(SubmitSummaryReport.class, client -> {
                    var contract = strategic.get();
                    return new Situation(contract, new SubmitSummaryReport(report(client, contract), "folder 3"));
                })
                .accepted(
                        RecordLesson.class,
                        client -> new Situation(strategic.get(), new RecordLesson(Experience.FAILURE, "no power")))
                .accepted(
                        ReleasePeople.class,
                        client -> new Situation(strategic.get(), new ReleasePeople(List.of("max"), null)))
                .accepted(
                        EvaluateFinance.class,
                        client -> new Situation(strategic.get(), new EvaluateFinance(USD, USD, null, USD, USD)))
                .accepted(
                        EvaluateQuality.class,
                        client -> new Situation(strategic.get(), new EvaluateQuality("as planned")))
                .refused(
                        "ITEM_NOT_ON_CHECKLIST",
                        client -> new Situation(signed.get(), new WaiveItem(ClosureItem.LESSONS, "none")));
    }

    private BadInputWalk sales(BadInputWalk walk) {
        return walk.accepted(HoldReview.class, client -> new Situation(lost.get(), new HoldReview(null, "minutes 9")))
                .accepted(SubmitSalesReport.class, client -> {
                    var deal = lost.get();
                    return new Situation(deal, new SubmitSalesReport(report(client, deal), "folder 3"));
                })
                .refused("DOCUMENT_NOT_IN_EFFECT", client -> {
                    var deal = lost.get();
                    var draft = DocumentSituations.draft(client, REPORT_KIND, deal);
                    return new Situation(deal, new SubmitSalesReport(draft, null));
                })
                .accepted(
                        RecordSalesLesson.class,
                        client -> new Situation(lost.get(), new RecordSalesLesson(Experience.FAILURE, "too dear")))
                .accepted(KeepLesson.class, client -> new Situation(null, lesson(lost.get())))
                .refused("PROJECT_UNKNOWN", client -> new Situation(null, lesson(UUID.randomUUID())))
                .accepted(
                        SetKeywords.class,
                        client -> new Situation(client.create(lesson(lost.get())), new SetKeywords("pilot")))
                .accepted(
                        ReleaseSalesTeam.class,
                        client -> new Situation(lost.get(), new ReleaseSalesTeam(List.of("kim"))))
                .accepted(
                        EvaluateSalesFinance.class,
                        client -> new Situation(lost.get(), new EvaluateSalesFinance(USD, USD, null, USD, USD)))
                .accepted(
                        EvaluateSalesQuality.class,
                        client -> new Situation(lost.get(), new EvaluateSalesQuality("as planned")))
                .accepted(
                        WaiveSalesItem.class,
                        client -> new Situation(lost.get(), new WaiveSalesItem(SalesItem.PROJECT_REVIEW, "two people")))
                .accepted(CloseSalesProject.class, client -> new Situation(done(client), new CloseSalesProject()))
                .refused("MEMBER_MISSING", client -> new Situation(lost.get(), new ReleaseSalesTeam(List.of())));
    }

    private static KeepLesson lesson(UUID project) {
        return new KeepLesson(project, LessonKind.INNOVATION, "a pilot before the offer", null);
    }

    static final List<Record> SALES_TASKS = List.of(
            new HoldReview(null, "minutes 9"),
            new RecordSalesLesson(Experience.SUCCESS, "the pilot convinced them"),
            new ReleaseSalesTeam(List.of("kim")),
            new EvaluateSalesFinance(USD, USD, null, USD, USD),
            new EvaluateSalesQuality("all gates were held"));

    private UUID done(SuiteClient client) {
        var opportunity = lost.get();
        sell(client, opportunity);
        return opportunity;
    }

    /** The summary report about a project as a controlled document, which is in effect. */
    private static UUID report(SuiteClient client, UUID project) {
        return DocumentSituations.inEffect(client, REPORT_KIND, project, Role.QA, Role.DELIVERY_MANAGER);
    }

    /** Everything that a sales project has to do before it closes, its papers included. */
    static void sell(SuiteClient client, UUID opportunity) {
        SALES_TASKS.forEach(task -> client.accept(opportunity, task));
        client.accept(opportunity, new SubmitSalesReport(report(client, opportunity), null));
        await("R-183: the report is one of the papers")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        client.get("/v1/filing-lists/" + opportunity).text().contains("summary-report"));
        client.create(opportunity, dealFile(opportunity, null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "READY"
                        .equals(client.read("sales-closures", opportunity)
                                .path("status")
                                .asString()));
    }

    static FileRecord dealFile(UUID opportunity, @Nullable List<UUID> papers) {
        return new FileRecord("Deal file", "ann", "kim", "Room 4", 10, "shred", null, opportunity, null, papers);
    }

    private UUID requested(SuiteClient client) {
        var contract = accepted.get();
        client.accept(contract, WHOLE);
        return contract;
    }

    private UUID scheduled(SuiteClient client) {
        var contract = requested(client);
        client.accept(contract, SCHEDULE);
        return contract;
    }

    private UUID inspected(SuiteClient client) {
        var contract = scheduled(client);
        client.accept(contract, INSPECT);
        return contract;
    }

    /** Passed, and all that follows from it by itself has followed, so that the log stands still. */
    private UUID passed(SuiteClient client) {
        var contract = inspected(client);
        client.accept(contract, PASS);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "ITEMS_OPEN"
                        .equals(client.read("closures", contract).path("status").asString()));
        return there(client, "settlements", contract);
    }

    private UUID drafted(SuiteClient client) {
        var contract = passed(client);
        client.accept(contract, DRAFT);
        return contract;
    }

    private UUID ready(SuiteClient client) {
        var contract = drafted(client);
        client.accept(contract, new ConfirmSettlement(5, "well done"));
        client.accept(contract, new CompleteSettlement());
        client.create(contract, FILE);
        client.accept(contract, CARRY_OVER);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "READY"
                        .equals(client.read("closures", contract).path("status").asString()));
        return contract;
    }

    /** What an automation brings into being is there soon. */
    static UUID there(SuiteClient client, String plural, UUID id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/v1/" + plural + "/" + id).status() == 200);
        return id;
    }

    /** The timer has said that the retention is over, so that the log stands still. */
    private static UUID expired(SuiteClient client) {
        var record = client.create(FILE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "EXPIRED"
                        .equals(client.read("archive-records", record)
                                .path("status")
                                .asString()));
        return record;
    }
}
