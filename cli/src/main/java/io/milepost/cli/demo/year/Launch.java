package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.CONTRACT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The flats of the year: a phase before the launch, in which part of a deposit holds a flat, and one for everybody. */
record Launch(Company company) {
    private static final String EUROS = "EUR";
    private static final BigDecimal DEPOSIT = new BigDecimal("5000.00");

    /** What becomes of a flat. */
    private enum Fate {
        ADDED,
        RELEASED,
        WITHDRAWN,
        PRICED,
        HELD,
        TOPPED_UP,
        CANCELLED,
        SUBSCRIBED;

        /** By a part of the deposit, as the phase before the launch allows. */
        boolean held() {
            return this == HELD || this == TOPPED_UP;
        }
    }

    List<Story> beginning() {
        return List.of(phase("PRE_SALE"), phase("PUBLIC_SALE"));
    }

    List<Story> stories() {
        var stories = new ArrayList<Story>();
        company.numbers(company.flats()).forEach(number -> stories.add(flat(number)));
        return stories;
    }

    private String programme() {
        return "QUAY " + company.mark();
    }

    private Story phase(String kind) {
        boolean before = kind.equals("PRE_SALE");
        return company.story("phase " + kind)
                .on(company.first())
                .was(
                        CONTRACT,
                        "OpenLaunchPhase",
                        company.id("phase", kind),
                        Body.of(
                                "programme",
                                programme(),
                                "name",
                                kind,
                                "kind",
                                kind,
                                "terms",
                                Body.of(
                                        "deposit",
                                        Company.money(DEPOSIT, EUROS),
                                        "minimumHold",
                                        before ? Company.money(new BigDecimal("1000"), EUROS) : null,
                                        "topUpBy",
                                        before ? company.last().minusDays(60) : null,
                                        "graceDays",
                                        10,
                                        "earnestCapPercent",
                                        20,
                                        "forfeitPercent",
                                        10,
                                        "signingGraceDays",
                                        7,
                                        "sideAgreements",
                                        List.of("house rules"),
                                        "pack",
                                        List.of("floor plan"))));
    }

    private Story flat(int number) {
        var draws = company.draws("flat", number);
        var flat = company.id("flat", number);
        var fates = Fate.values();
        var fate = fates[Company.kind(draws, number, fates.length)];
        var kind = fate.held() || number % 3 == 0 ? "PRE_SALE" : "PUBLIC_SALE";
        var day = company.day(draws, 3, 250);
        var story = company.story("flat " + number)
                .on(day)
                .was(
                        CONTRACT,
                        "AddUnit",
                        flat,
                        Body.of(
                                "programme",
                                programme(),
                                "unitNo",
                                "A-" + number,
                                "listPrice",
                                Company.money(new BigDecimal(200_000 + draws.nextInt(90_000)), EUROS)));
        if (fate == Fate.ADDED) {
            return story;
        }
        day = day.plusDays(4);
        story.on(day).was(CONTRACT, "ReleaseUnit", flat, Body.of("phaseId", company.id("phase", kind)));
        if (fate == Fate.RELEASED) {
            return story;
        }
        if (fate == Fate.WITHDRAWN) {
            return story.now(CONTRACT, "SALES_MANAGER", "WithdrawUnit", flat, Body.of("reason", "kept for guests"));
        }
        day = day.plusDays(5);
        priced(story, flat, 1, draws, day);
        if (fate != Fate.PRICED) {
            sold(story, flat, number, fate, draws, day.plusDays(2));
        }
        return story;
    }

    private UUID buyer(UUID flat, int sheet) {
        return company.id("buyer of " + flat, sheet);
    }

    private void priced(Story story, UUID flat, int sheet, Random draws, LocalDate day) {
        story.on(day)
                .was(
                        CONTRACT,
                        "IssuePriceSheet",
                        flat,
                        Body.of(
                                "accountId",
                                buyer(flat, sheet),
                                "consultant",
                                company.anyMember(draws),
                                "adjustments",
                                List.of(Map.of(
                                        "label",
                                        "launch discount",
                                        "amount",
                                        Company.money(new BigDecimal(-2000), EUROS))),
                                "validUntil",
                                day.plusDays(30)));
    }

    private void sold(Story story, UUID flat, int number, Fate fate, Random draws, LocalDate day) {
        var deposit = company.id("deposit", number);
        story.on(day)
                .was(
                        CONTRACT,
                        "RecordDeposit",
                        deposit,
                        paid(flat, 1, fate.held() ? "1500" : "5000", "D-" + deposit, draws));
        switch (fate) {
            case TOPPED_UP ->
                story.on(day.plusDays(9))
                        .was(
                                CONTRACT,
                                "TopUpDeposit",
                                deposit,
                                Body.of(
                                        "receiptNo",
                                        "T-" + deposit,
                                        "amount",
                                        Company.money(new BigDecimal("3500"), EUROS)));
            case CANCELLED ->
                story.now(
                                CONTRACT,
                                "SALES_MANAGER",
                                "CancelDeposit",
                                deposit,
                                Body.of("by", "BUYER", "reason", "moves elsewhere"))
                        .now(CONTRACT, "FINANCE", "RefundDeposit", deposit, Body.of("voucherNo", "V-" + deposit));
            case SUBSCRIBED ->
                story.now(
                        CONTRACT,
                        "FINANCE",
                        "IssueLetter",
                        deposit,
                        Body.of("depositId", deposit, "letterNo", "L-" + deposit));
            case ADDED, RELEASED, WITHDRAWN, PRICED, HELD -> {}
        }
    }

    private Body paid(UUID flat, int sheet, String amount, String receipt, Random draws) {
        return Body.of(
                "unitId",
                flat,
                "accountId",
                buyer(flat, sheet),
                "consultant",
                company.anyMember(draws),
                "sheet",
                sheet,
                "kind",
                "EARNEST_MONEY",
                "receiptNo",
                receipt,
                "amount",
                Company.money(new BigDecimal(amount), EUROS));
    }
}
