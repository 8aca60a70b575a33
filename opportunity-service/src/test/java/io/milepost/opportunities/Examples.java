package io.milepost.opportunities;

import io.milepost.opportunities.kernel.SalesProcesses;
import io.milepost.opportunities.salesprocess.Templates;
import io.milepost.platform.documents.Samples;
import io.milepost.platform.json.Json;

/** What the examples of requests say where the name of a field is no good value. */
final class Examples {
    static final Samples OF_REQUESTS = Samples.choosing("""
            {
              "DefineSalesProcess.id": "%s",
              "DefineSalesProcess.name": "north",
              "DraftVersion.template": %s,
              "TailorVersion.from": "%s",
              "TailorVersion.stages": %s,
              "handoverDays": 20,
              "obligations": %s,
              "afterSales": {"visitDays": [30, 90], "promises": [{"kind": "PROBLEM", "urgency": "HIGH", "answerWithin": 0, "solveWithin": 2}], "handoverNoticeDays": 5, "retentionNoticeDays": 60, "visiting": {"noticeDays": 10, "daysToNext": 7, "mostMisses": 2}},
              "TailorVersion.pursuit": null,
              "TailorVersion.contracts": %s,
              "PublishVersion.version": 1,
              "RetireVersion.version": 1,
              "DecideDiscount.as": "FINANCE",
              "PublishPriceList.items": [
                {"code": "GTX Pro", "name": "GTX Pro", "price": {"amount": "4821.00", "currency": "USD"}, "aliases": ["GTXPro"],
                 "cost": {"amount": "3100.00", "currency": "USD"}, "market": {"amount": "4700.00", "currency": "USD"}}
              ],
              "rules": {"leastOverCostPercent": 20, "mostBelowMarketPercent": 10},
              "RecordNegotiationRound.with": "PARTNER",
              "RecordNegotiationRound.partner": "Hart Ltd",
              "RevisePriceList.items": [
                {"code": "GTX Pro", "name": "GTX Pro", "price": {"amount": "4821.00", "currency": "USD"}, "aliases": ["GTXPro"],
                 "cost": {"amount": "3100.00", "currency": "USD"}, "market": {"amount": "4700.00", "currency": "USD"}}
              ],
              "ReleaseBudget.lines": [{"category": "TRAVEL", "amount": {"amount": "20000.00", "currency": "USD"}}],
              "ReviseBudget.lines": [{"category": "TRAVEL", "amount": {"amount": "25000.00", "currency": "USD"}}],
              "RecordExpense.category": "TRAVEL",
              "RecordExpense.incurredOn": "2026-03-02",
              "DraftPlan.schedule": {"startOn": "2026-03-02", "holidays": ["2026-04-03"], "packages": [{"code": "A", "name": "the offer is written", "phase": "offer", "days": 5, "assignee": "kim", "after": []}, {"code": "M", "name": "the offer is out", "phase": "offer", "days": 0, "assignee": "kim", "after": ["A"]}]},
              "RevisePlan.schedule": {"startOn": "2026-03-02", "holidays": ["2026-04-03"], "packages": [{"code": "A", "name": "the offer is written", "phase": "offer", "days": 5, "assignee": "kim", "after": []}, {"code": "M", "name": "the offer is out", "phase": "offer", "days": 0, "assignee": "kim", "after": ["A"]}]},
              "RebaselinePlan.schedule": {"startOn": "2026-03-02", "holidays": ["2026-04-03"], "packages": [{"code": "A", "name": "the offer is written", "phase": "offer", "days": 5, "assignee": "kim", "after": []}, {"code": "M", "name": "the offer is out", "phase": "offer", "days": 0, "assignee": "kim", "after": ["A"]}]},
              "StateFinancing.sources": [{"by": "CASH", "percent": 30}, {"by": "LEASING", "percent": 70}],
              "StateFinancing.on": "2026-03-02",
              "StartTask.startedOn": "2026-03-02",
              "CompleteTask.finishedOn": "2026-03-06",
              "StartChecklist.kind": "OPERATION",
              "RaiseFinding.dueOn": "2030-12-31",
              "PlanCommunication.communications": [{"code": "C-1", "audience": "the board", "content": "how it stands", "frequency": "WEEKLY", "channel": "mail", "responsible": "kim", "firstOn": "2030-12-31"}],
              "RecordCommunication.toldOn": null,
              "PlanQuality.standards": [{"code": "Q-1", "subject": "the demonstration", "requirement": "below 70 dB", "measure": "measured on site"}],
              "PlanResources.resources": [{"code": "R-1", "kind": "PEOPLE", "name": "fitters", "quantity": 3, "unit": "people", "from": "2026-06-01", "until": "2026-06-30"}],
              "GiveResource.quantity": 2,
              "RegisterStakeholder.member": null,
              "CallKickoff.calledFor": "2026-03-31",
              "CirculateReport.week": "2026-03-06",
              "IdentifyRisk.reviewOn": "2099-12-31",
              "ReviewRisk.nextOn": "2099-12-31",
              "MarkRiskOccurred.occurredOn": "2026-03-02",
              "RevisePriceList.validFrom": "2026-06-30",
              "PublishPackage.products": ["GTX Pro"],
              "RevisePackage.products": ["GTX Pro"],
              "OpenRequirement.title": "Presses",
              "DraftRequirement.items": [{"code": "R1", "text": "below 70 dB", "weight": "MUST", "opinions": []}],
              "DraftRequirement.support": [{"department": "Engineering", "what": "a test run", "neededOn": "2027-06-30"}],
              "SortOpinion.code": "O-1",
              "DraftSolution.content": {"kind": "PRELIMINARY", "summary": "a sketch", "products": [{"product": "GTX Pro", "functions": ["presses"]}]},
              "ReviseSolution.content": {"kind": "PRELIMINARY", "summary": "a sketch", "products": [{"product": "GTX Pro", "functions": ["presses"]}]},
              "DraftConfiguration.kind": "SALES_BILL_OF_MATERIALS",
              "DraftConfiguration.positions": [{"number": "1", "product": "GTX Pro", "quantity": 2, "unit": "piece", "neededOn": "2027-06-30"}],
              "ReviseConfiguration.positions": [{"number": "1", "product": "GTX Pro", "quantity": 3, "unit": "piece", "neededOn": "2027-06-30"}],
              "AssembleBid.dueOn": "2030-12-31",
              "PlanPromotion.scheme": {"kind": "DISCOUNT", "percent": 5, "from": "2026-01-01", "until": "2030-12-31", "eligibility": {"products": ["GTX Pro"], "segments": []}},
              "RevisePromotion.scheme": {"kind": "GIFT", "benefit": "a training day", "from": "2026-01-01", "until": "2030-12-31", "eligibility": {"products": ["GTX Pro"], "segments": []}},
              "ExpectClose.expectedCloseOn": "2030-12-31",
              "PutOnHold.until": "2030-12-31",
              "IdentifyOpportunity.template": "standard",
              "IdentifyOpportunity.expectedCloseOn": "2060-12-31",
              "PlanMilestones.milestones": [{"stage": 1, "milestone": "CONTACT_NAMED", "plannedOn": "2026-03-31"}],
              "ReachMilestone.milestone": "CONTACT_NAMED",
              "MeetCriterion.criterion": "NEED_NOTED",
              "RegressStage.to": 1,
              "DefineDocumentKind.approvers": ["SALES_MANAGER"],
              "ReviseDocumentKind.approvers": ["SALES_MANAGER"],
              "DraftDocument.kindId": "0190c000-0000-7000-8000-000000000001",
              "ApproveDocument.effectiveOn": "2026-12-31",
              "DraftQuotation.lines": [{"product": "GTX Pro", "quantity": 2, "unitPrice": {"amount": "1250.00", "currency": "USD"}}],
              "DraftQuotation.validUntil": "2030-12-31",
              "DraftQuotation.deliveryDeadline": "2031-12-31",
              "DraftQuotation.payments": [{"label": "all", "percent": 100, "trigger": "ACCEPTANCE", "daysAfter": 14}],
              "ReviseQuotation.lines": [{"product": "GTX Pro", "quantity": 2, "unitPrice": {"amount": "1250.00", "currency": "USD"}}],
              "ReviseQuotation.validUntil": "2030-12-31",
              "ReviseQuotation.deliveryDeadline": "2031-12-31",
              "ReviseQuotation.payments": [{"label": "all", "percent": 100, "trigger": "ACCEPTANCE", "daysAfter": 14}]
            }""".formatted(
                    SalesProcesses.idOf("north"),
                    Json.mapper().writeValueAsString(Templates.owing(Templates.SHORT, Templates.OBLIGATIONS)),
                    SalesProcesses.idOf("standard"),
                    Json.mapper().writeValueAsString(Templates.SHORT.stages()),
                    Json.mapper().writeValueAsString(Templates.OBLIGATIONS),
                    Json.mapper().writeValueAsString(Templates.CONTRACTS)));

    private Examples() {}
}
