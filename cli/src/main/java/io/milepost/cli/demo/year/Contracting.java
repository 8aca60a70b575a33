package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.CONTRACT;
import static io.milepost.cli.demo.year.Service.DELIVERY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contract that wins a deal, what is paid for it, and how it is handed over, delivered and closed. */
final class Contracting {
    /** Of the customer, who decides on what was delivered. */
    private static final String ACCEPTOR = "Petra Vogel";

    private static final String FINANCE = "FINANCE";
    private static final String DELIVERS = "DELIVERY_MANAGER";
    /** So many years later a meeting is called at the latest, so that the day is never over, and the same in every run. */
    private static final int MEETING = 5;

    /** How far a delivery comes, all that comes before it included. */
    private enum Fate {
        UNDELIVERED,
        RETURNED,
        ACCEPTED,
        DISPUTED,
        CLOSED,
        LATER
    }

    private final Company company;
    private final Story story;
    private final Random draws;
    private final int number;
    private final UUID deal;
    private final UUID id;
    private final String currency;
    private final BigDecimal value;
    private BigDecimal credited = BigDecimal.ZERO;
    private int receipts;
    private boolean planned;

    Contracting(Company company, Story story, Random draws, int number, UUID deal, String currency) {
        this.company = company;
        this.story = story;
        this.draws = draws;
        this.number = number;
        this.deal = deal;
        this.id = company.id("contract", number);
        this.currency = currency;
        this.value = Company.amount(draws);
    }

    void signed(LocalDate day) {
        var effective = day.plusDays(1 + draws.nextInt(20));
        story.on(day)
                .was(
                        CONTRACT,
                        "DraftContract",
                        id,
                        Body.of(
                                "basis",
                                "MIGRATED",
                                "basisReason",
                                "signed in the year that is told",
                                "opportunityId",
                                deal,
                                "accountId",
                                company.account(draws.nextInt(company.accounts())),
                                "owner",
                                company.anyMember(draws),
                                "value",
                                money(value),
                                "lines",
                                List.of(Map.of(
                                        "product",
                                        Company.any(draws, Company.PRODUCTS),
                                        "quantity",
                                        1,
                                        "unitPrice",
                                        money(value))),
                                "payments",
                                payments(day)))
                .on(day.plusDays(1))
                .was(CONTRACT, "SignContract", id, Body.of("party", "SELLER", "signedOn", day))
                .was(CONTRACT, "SignContract", id, Body.of("party", "CUSTOMER", "signedOn", day.plusDays(1)));
        if (Company.kind(draws, number, 4) > 0) {
            story.on(effective).was(CONTRACT, "SetEffectiveDate", id, Body.of("effectiveOn", effective));
        }
        paid(day.plusDays(1));
        var fates = Fate.values();
        var fate = fates[Company.kind(draws, number, fates.length)];
        if (fate != Fate.UNDELIVERED && fate != Fate.LATER) {
            delivered(fate);
        }
    }

    /** An advance, a day of the calendar, and the rest with the acceptance. */
    private List<Map<String, Object>> payments(LocalDate day) {
        return List.of(
                Map.of("label", "advance", "percent", 30, "trigger", "SIGNATURE", "daysAfter", draws.nextInt(30)),
                Map.of(
                        "label",
                        "delivery",
                        "percent",
                        50,
                        "trigger",
                        "DATE",
                        "dueOn",
                        day.plusDays(30L + draws.nextInt(60))),
                Map.of("label", "rest", "percent", 20, "trigger", "ACCEPTANCE"));
    }

    private void paid(LocalDate signed) {
        switch (Company.kind(draws, number, 6)) {
            case 0 -> {}
            case 1 -> received(part(10), signed.plusDays(20), 1);
            case 2 -> {
                var more = part(40);
                var receipt = received(more, signed.plusDays(15), 1);
                now(
                        "RefundSurplus",
                        Body.of(
                                "receiptNo",
                                receipt,
                                "voucherNo",
                                "V-" + receipt,
                                "amount",
                                money(more.subtract(part(30))),
                                "reason",
                                "paid too much"));
            }
            case 3 -> {
                var receipt = received(part(30), signed.plusDays(10), 1);
                now("ReverseReceipt", Body.of("receiptNo", receipt, "reason", "the bank took it back"));
                received(part(25), signed.plusDays(40), 1);
            }
            case 4 -> {
                now(
                        "IssueInvoice",
                        Body.of("number", 1, "invoiceNo", "I-" + id, "issuedOn", signed, "dueOn", signed.plusDays(14)));
                credited = part(5);
                story.now(
                        CONTRACT,
                        "SPONSOR",
                        "IssueCreditNote",
                        id,
                        Body.of(
                                "number",
                                1,
                                "creditNoteNo",
                                "N-" + id,
                                "amount",
                                money(credited),
                                "reason",
                                "one piece was late"));
                received(part(25), signed.plusDays(30), 1);
            }
            default -> {
                received(part(30), signed.plusDays(5), 1);
                received(part(50), signed.plusDays(70), null);
            }
        }
    }

    private String received(BigDecimal amount, LocalDate on, @Nullable Integer instalment) {
        var receipt = "R-%s-%d".formatted(id, ++receipts);
        var body = Body.of("receiptNo", receipt, "amount", money(amount), "receivedOn", on, "instalment", instalment);
        now("RecordReceipt", body);
        return receipt;
    }

    /** The first of it needs the payments to be planned, which the signature brings about. */
    private void now(String command, Body body) {
        if (planned) {
            story.now(CONTRACT, FINANCE, command, id, body);
        } else {
            story.thenNow(CONTRACT, FINANCE, command, id, body);
        }
        planned = true;
    }

    private void delivered(Fate fate) {
        story.thenNow(DELIVERY, "SALES_MANAGER", "IssueEntrustment", id, Body.of("to", "Zane Levy"));
        for (var kind : List.of("DOCUMENT", "CUSTOMER_INFORMATION", "RISK")) {
            story.now(DELIVERY, "SALES_MANAGER", "AddPackageItem", id, Body.of("kind", kind, "title", "as agreed"));
        }
        story.now(DELIVERY, "SALES_MANAGER", "DeclarePackageReady", id, Body.NOTHING)
                .now(
                        DELIVERY,
                        "SALES_MANAGER",
                        "ScheduleMeeting",
                        id,
                        Body.of("on", company.last().plusYears(MEETING), "mode", "MEETING"))
                .now(
                        DELIVERY,
                        "SALES_MANAGER",
                        "HoldHandover",
                        id,
                        Body.of("minutes", "scope and risks explained", "attendees", List.of("Zane Levy")));
        if (fate == Fate.RETURNED) {
            story.now(DELIVERY, DELIVERS, "ReturnHandover", id, Body.of("defects", List.of("the site is missing")));
            return;
        }
        story.now(DELIVERY, DELIVERS, "AcceptHandover", id, Body.NOTHING);
        if (fate != Fate.ACCEPTED) {
            accepted();
        }
        if (fate == Fate.CLOSED) {
            closed();
        }
    }

    /** Not at once, and what is settled is disputed. */
    private void accepted() {
        story.thenNow(
                DELIVERY,
                DELIVERS,
                "RequestAcceptance",
                id,
                Body.of("kind", "COMPREHENSIVE", "qualityStandard", "ISO 4301"));
        inspected("swings too far")
                .now(
                        DELIVERY,
                        DELIVERS,
                        "DecideAcceptance",
                        id,
                        Body.of("result", "FAILED", "acceptor", ACCEPTOR, "remarks", "swings too far"))
                .now(DELIVERY, DELIVERS, "CompleteRectification", id, Body.NOTHING);
        inspected("within tolerance")
                .now(DELIVERY, DELIVERS, "DecideAcceptance", id, Body.of("result", "PASSED", "acceptor", ACCEPTOR))
                .thenNow(DELIVERY, FINANCE, "DraftSettlement", id, Body.of("amount", money(value)))
                .now(DELIVERY, DELIVERS, "DisputeSettlement", id, Body.of("reason", "one piece came late"));
    }

    private Story inspected(String measured) {
        return story.now(
                        DELIVERY,
                        DELIVERS,
                        "ScheduleAcceptance",
                        id,
                        Body.of("on", company.last().plusYears(MEETING)))
                .now(DELIVERY, "QA", "RecordInspection", id, Body.of("measured", measured));
    }

    /** Settled is what there is to pay after a credit note; what is not paid yet is carried over. */
    private void closed() {
        story.now(
                        DELIVERY,
                        FINANCE,
                        "DraftSettlement",
                        id,
                        Body.of(
                                "amount",
                                money(value.subtract(credited)),
                                "reason",
                                credited.signum() == 0 ? null : "one piece was late"))
                .now(DELIVERY, DELIVERS, "ConfirmSettlement", id, Body.of("satisfaction", 1 + draws.nextInt(5)))
                .now(DELIVERY, FINANCE, "CompleteSettlement", id, Body.NOTHING)
                .now(
                        DELIVERY,
                        DELIVERS,
                        "FileRecord",
                        id,
                        Body.of(
                                "title",
                                "Project " + id,
                                "custodian",
                                "central archive",
                                "transferor",
                                "Zane Levy",
                                "place",
                                "vault 3",
                                "retentionYears",
                                10,
                                "disposal",
                                "shred"))
                .thenNow(
                        DELIVERY,
                        "QA",
                        "WaiveItem",
                        id,
                        Body.of("item", "FULL_COLLECTION", "reason", "the rest is paid in parts"))
                .thenNow(DELIVERY, DELIVERS, "CloseProject", id, Body.NOTHING);
    }

    private BigDecimal part(int percent) {
        return value.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.HALF_UP);
    }

    private Map<String, String> money(BigDecimal amount) {
        return Company.money(amount, currency);
    }
}
