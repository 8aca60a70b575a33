package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.LEAD;
import static io.milepost.cli.demo.year.Service.OPPORTUNITY;

import io.milepost.cli.demo.year.Company.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Leads and deals of the year, to the signature. The first leads become the first deals, and the first deals are won. */
record Selling(Company company) {
    private static final List<String> CHANNELS = List.of("WEB", "EXHIBITION", "EMAIL", "PHONE", "WALK_IN", "REFERRAL");
    private static final List<String> CAUSES = List.of("PRICE", "COMPETITOR", "BUDGET", "TIMING", "NO_DECISION");

    List<Story> stories() {
        var stories = new ArrayList<Story>();
        company.numbers(company.leads()).stream()
                .filter(number -> number >= fromLeads())
                .forEach(number -> stories.add(lead(number)));
        company.numbers(company.deals()).forEach(number -> stories.add(deal(number)));
        company.numbers(Math.max(2, company.deals() / 20)).forEach(number -> stories.add(latest(number)));
        return stories;
    }

    private int fromLeads() {
        return company.deals() / 2;
    }

    /** One of which no deal comes, or not yet. */
    private Story lead(int number) {
        var draws = company.draws("lead", number);
        var day = company.day(draws, 0, 340);
        var story = company.story("lead " + number);
        var id = captured(story, number, draws, day);
        switch (draws.nextInt(6)) {
            case 0 -> {}
            case 1 ->
                story.on(day.plusDays(2)).was(LEAD, "DisqualifyLead", id, Body.of("reason", "has no budget for years"));
            case 2, 3 -> {
                assigned(story, id, company.anyMember(draws), day.plusDays(1));
                story.on(day.plusDays(12)).was(LEAD, "QualifyLead", id, Body.NOTHING);
            }
            case 4 -> {
                assigned(story, id, company.anyMember(draws), day.plusDays(1));
                story.on(day.plusDays(20)).was(LEAD, "DisqualifyLead", id, Body.of("reason", "bought elsewhere"));
            }
            default -> {
                var owners = company.others(draws);
                assigned(story, id, owners.get(0), day.plusDays(3));
                assigned(story, id, owners.get(1), day.plusDays(9));
            }
        }
        return story;
    }

    /** A lead of the year whose segment is found out, and which becomes a deal, only now. */
    private Story latest(int number) {
        var draws = company.draws("latest", number);
        var story = company.story("latest " + number);
        var lead = captured(story, company.leads() + number, draws, company.day(draws, 200, 340));
        assigned(story, lead, company.anyMember(draws), company.last());
        var deal = company.id("latest deal", number);
        return story.now(
                        LEAD,
                        "SALES_MANAGER",
                        "SegmentLead",
                        lead,
                        Body.of("segment", company.segment(Company.any(draws, Company.SEGMENTS))))
                .now(LEAD, "SALES_MANAGER", "QualifyLead", lead, Body.NOTHING)
                .now(
                        LEAD,
                        "SALES_MANAGER",
                        "ConvertLead",
                        lead,
                        Body.of(
                                "opportunityId",
                                deal,
                                "expectedValue",
                                Company.money(Company.amount(draws), Company.currency(draws)),
                                "accountId",
                                company.account(draws.nextInt(company.accounts()))))
                .thenNow(OPPORTUNITY, "SALES_MANAGER", "QualifyOpportunity", deal, Body.NOTHING);
    }

    private UUID captured(Story story, int number, Random draws, LocalDate day) {
        var id = company.id("lead", number);
        story.on(day)
                .was(
                        LEAD,
                        "CaptureLead",
                        id,
                        Body.of(
                                "channel",
                                Company.any(draws, CHANNELS),
                                "campaign",
                                Company.sometimes(draws, company.campaign(draws)),
                                "companyName",
                                "Prospect %d %s".formatted(number, company.mark()),
                                "contactName",
                                "Robin Vale",
                                "email",
                                "robin.%d@%s.example"
                                        .formatted(number, company.mark().toLowerCase(java.util.Locale.ROOT)),
                                "need",
                                "more room at the quay"))
                .was(LEAD, "RegisterLead", id, Body.NOTHING);
        return id;
    }

    private static void assigned(Story story, UUID lead, String owner, LocalDate day) {
        story.on(day).was(LEAD, "AssignLead", lead, Body.of("owner", owner));
    }

    private Story deal(int number) {
        var draws = company.draws("deal", number);
        var story = company.story("deal " + number);
        var deal = company.id("deal", number);
        var currency = Company.currency(draws);
        boolean won = number < company.contracts();
        var day = company.day(draws, 5, won ? 200 : 280);
        var unit = Company.any(draws, List.of(Unit.values()));
        int stages = unit.stages();
        if (number < fromLeads()) {
            day = ofLead(story, number, draws, day, currency);
            stages = 0;
        } else {
            identified(story, deal, unit, draws, day, currency);
        }
        day = day.plusDays(1 + draws.nextInt(6));
        if (!won && draws.nextInt(12) == 0) {
            story.on(day)
                    .thenWas(
                            OPPORTUNITY,
                            "RejectOpportunity",
                            deal,
                            Body.of("reason", "not our business", "cause", "STRATEGY"));
            return story;
        }
        story.on(day).thenWas(OPPORTUNITY, "QualifyOpportunity", deal, Body.NOTHING);
        if (stages > 0) {
            day = walked(story, deal, draws, day, draws.nextInt(stages));
        }
        day = corrected(story, deal, draws, day, currency);
        if (won) {
            new Contracting(company, story, draws, number, deal, currency).signed(day.plusDays(5));
        } else {
            ended(story, deal, draws, day.plusDays(3));
        }
        return story;
    }

    /** The lead that became the deal of its number. */
    private LocalDate ofLead(Story story, int number, Random draws, LocalDate day, String currency) {
        var lead = captured(story, number, draws, day);
        assigned(story, lead, company.anyMember(draws), day.plusDays(1));
        story.on(day.plusDays(8))
                .was(LEAD, "QualifyLead", lead, Body.NOTHING)
                .on(day.plusDays(11))
                .was(
                        LEAD,
                        "ConvertLead",
                        lead,
                        Body.of(
                                "opportunityId",
                                company.id("deal", number),
                                "expectedValue",
                                Company.money(Company.amount(draws), currency),
                                "product",
                                Company.any(draws, Company.PRODUCTS),
                                "accountId",
                                company.account(draws.nextInt(company.accounts()))));
        return day.plusDays(11);
    }

    private void identified(Story story, UUID deal, Unit unit, Random draws, LocalDate day, String currency) {
        story.on(day)
                .was(
                        OPPORTUNITY,
                        "IdentifyOpportunity",
                        deal,
                        Body.of(
                                "name",
                                "Deal " + deal.toString().substring(0, 8),
                                "accountId",
                                company.account(draws.nextInt(company.accounts())),
                                "owner",
                                company.anyMember(draws),
                                "product",
                                Company.sometimes(draws, Company.any(draws, Company.PRODUCTS)),
                                "expectedValue",
                                draws.nextInt(8) == 0 ? null : Company.money(Company.amount(draws), currency),
                                "expectedCloseOn",
                                day.plusDays(60L + draws.nextInt(60)),
                                "template",
                                company.process(unit),
                                "source",
                                draws.nextBoolean() ? null : Map.of("channel", Company.any(draws, CHANNELS))));
    }

    /** Through so many stages, and into the next. */
    private static LocalDate walked(Story story, UUID deal, Random draws, LocalDate from, int stages) {
        var day = from;
        for (int stage = 1; stage <= stages; stage++) {
            day = day.plusDays(1 + draws.nextInt(12));
            story.on(day)
                    .was(
                            OPPORTUNITY,
                            "ReachMilestone",
                            deal,
                            Body.of("milestone", Beginning.milestone(stage), "on", day.minusDays(draws.nextInt(2))))
                    .was(
                            OPPORTUNITY,
                            "MeetCriterion",
                            deal,
                            Body.of("criterion", Beginning.criterion(stage), "evidence", "file of the deal"))
                    .was(OPPORTUNITY, "RecordCommitment", deal, Body.of("by", "Robin Vale", "to", "goes on"))
                    .was(OPPORTUNITY, "AdvanceStage", deal, Body.NOTHING);
        }
        if (stages > 1 && draws.nextInt(4) == 0) {
            day = day.plusDays(2);
            story.on(day)
                    .was(
                            OPPORTUNITY,
                            "RegressStage",
                            deal,
                            Body.of("to", stages - 1, "reason", "the customer thinks it over"));
        }
        return day;
    }

    /** Each time to something else, since what changes nothing is not told. */
    private LocalDate corrected(Story story, UUID deal, Random draws, LocalDate from, String currency) {
        var day = from;
        var owners = company.others(draws);
        var products = Company.shuffled(
                draws, Company.PRODUCTS.stream().map(product -> product + " II").toList());
        for (int times = draws.nextInt(3); times > 0; times--) {
            day = day.plusDays(1 + draws.nextInt(10));
            story.on(day);
            switch (draws.nextInt(4)) {
                case 0 ->
                    story.was(
                            OPPORTUNITY,
                            "ChangeOwner",
                            deal,
                            Body.of("owner", owners.get(times), "reason", "is nearer"));
                case 1 -> story.was(OPPORTUNITY, "ChangeProduct", deal, Body.of("product", products.get(times)));
                default ->
                    story.was(
                            OPPORTUNITY,
                            "UpdateValue",
                            deal,
                            Body.of("expectedValue", Company.money(Company.amount(draws), currency)));
            }
        }
        return day;
    }

    /** Lost, with a day that is sometimes stated late, given up, taken up again, or still open at the end of the year. */
    private void ended(Story story, UUID deal, Random draws, LocalDate day) {
        var reason = Company.any(draws, List.of("too dear", "somebody else was faster", "no money this year"));
        var lost = Body.of(
                "reason",
                reason,
                "cause",
                Company.sometimes(draws, Company.any(draws, CAUSES)),
                "closedOn",
                draws.nextBoolean() ? day : null);
        story.on(day.plusDays(draws.nextInt(5)));
        switch (draws.nextInt(6)) {
            case 0, 1, 2 -> story.was(OPPORTUNITY, "CloseAsLost", deal, lost);
            case 3 ->
                story.was(
                        OPPORTUNITY,
                        "Withdraw",
                        deal,
                        Body.of("reason", "we cannot deliver", "cause", "CAPACITY", "lessons", "ask earlier"));
            case 4 ->
                story.was(OPPORTUNITY, "CloseAsLost", deal, lost)
                        .on(day.plusDays(10))
                        .was(OPPORTUNITY, "ReopenOpportunity", deal, Body.of("reason", "the winner went bankrupt"));
            default -> {}
        }
    }
}
