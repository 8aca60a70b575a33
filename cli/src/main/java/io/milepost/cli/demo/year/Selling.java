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

/** Deals of the year, to the signature, and the leads of which none comes. Every second deal was a lead, and the first deals are won. */
record Selling(Company company) {
    private static final List<String> CAUSES = List.of("PRICE", "COMPETITOR", "BUDGET", "TIMING", "NO_DECISION");
    /** Of the deals that are not won the first that is rejected at once. */
    private static final int REJECTED = 6;

    List<Story> stories() {
        var stories = new ArrayList<Story>();
        var leads = new Leads(company);
        company.numbers(company.leads()).stream()
                .filter(number -> number >= fromLeads())
                .forEach(number -> stories.add(leads.lead(number, number - fromLeads())));
        company.numbers(company.deals()).forEach(number -> stories.add(deal(number)));
        company.numbers(Math.max(2, company.deals() / 20)).forEach(number -> stories.add(leads.latest(number)));
        return stories;
    }

    private int fromLeads() {
        return (company.deals() + 1) / 2;
    }

    private Story deal(int number) {
        var draws = company.draws("deal", number);
        var story = company.story("deal " + number);
        var deal = company.id("deal", number);
        var currency = Company.currency(draws);
        boolean won = number < company.contracts();
        var day = company.day(draws, 5, won ? 180 : 255);
        var units = Unit.values();
        var unit = units[Company.kind(draws, number / 2, units.length)];
        int lost = number - company.contracts();
        boolean ofLead = number % 2 == 0;
        if (ofLead) {
            day = ofLead(story, number, draws, day, currency);
        } else {
            identified(story, deal, unit, draws, day, currency);
        }
        day = day.plusDays(1 + draws.nextInt(6));
        if (!won && (lost == REJECTED || (lost > REJECTED && draws.nextInt(12) == 0))) {
            story.on(day)
                    .thenWas(
                            OPPORTUNITY,
                            "RejectOpportunity",
                            deal,
                            Body.of("reason", "not our business", "cause", "STRATEGY"));
            return story;
        }
        story.on(day).thenWas(OPPORTUNITY, "QualifyOpportunity", deal, Body.NOTHING);
        if (!ofLead) {
            day = walked(story, deal, draws, day, unit, number / 2);
        }
        day = corrected(story, deal, draws, day, currency, number);
        if (won) {
            new Contracting(company, story, draws, number, deal, currency).signed(day.plusDays(5));
        } else {
            ended(story, deal, draws, day.plusDays(3), lost);
        }
        return story;
    }

    /** The lead that became the deal. */
    private LocalDate ofLead(Story story, int number, Random draws, LocalDate day, String currency) {
        var lead = new Leads(company).captured(story, number / 2, draws, day);
        Leads.assigned(story, lead, company.anyMember(draws), day.plusDays(1));
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
                                draws.nextBoolean() ? null : Map.of("channel", Company.any(draws, Leads.CHANNELS))));
    }

    /**
     * Through some stages, and into the next: the first of these deals up to the signature, the next one stage less and back again.
     *
     * @param number among those that are walked
     */
    private static LocalDate walked(Story story, UUID deal, Random draws, LocalDate from, Unit unit, int number) {
        var day = from;
        int stages = unit.stages() - 1 - Company.kind(draws, number, unit.stages());
        for (int stage = 1; stage <= stages; stage++) {
            day = day.plusDays(1 + draws.nextInt(12));
            reached(story, deal, draws, day, stage)
                    .was(
                            OPPORTUNITY,
                            "MeetCriterion",
                            deal,
                            Body.of("criterion", Beginning.criterion(stage), "evidence", "file of the deal"))
                    .was(OPPORTUNITY, "RecordCommitment", deal, Body.of("by", "Robin Vale", "to", "goes on"))
                    .was(OPPORTUNITY, "AdvanceStage", deal, Body.NOTHING);
        }
        if (stages == unit.stages() - 1) {
            day = day.plusDays(2);
            reached(story, deal, draws, day, unit.stages());
        } else if (stages > 1 && (number == 1 || draws.nextInt(4) == 0)) {
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

    private static Story reached(Story story, UUID deal, Random draws, LocalDate day, int stage) {
        return story.on(day)
                .was(
                        OPPORTUNITY,
                        "ReachMilestone",
                        deal,
                        Body.of("milestone", Beginning.milestone(stage), "on", day.minusDays(draws.nextInt(2))));
    }

    /** Each time to something else, since what changes nothing is not told. */
    private LocalDate corrected(Story story, UUID deal, Random draws, LocalDate from, String currency, int number) {
        var day = from;
        var owners = company.others(draws);
        var products = Company.shuffled(
                draws, Company.PRODUCTS.stream().map(product -> product + " II").toList());
        for (int times = 2 - Company.kind(draws, number, 3); times > 0; times--) {
            day = day.plusDays(1 + draws.nextInt(10));
            story.on(day);
            switch (Company.kind(draws, number == 0 ? times - 1 : number + 1, 4)) {
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
    private void ended(Story story, UUID deal, Random draws, LocalDate day, int number) {
        var reason = Company.any(draws, List.of("too dear", "somebody else was faster", "no money this year"));
        var lost = Body.of(
                "reason",
                reason,
                "cause",
                Company.sometimes(draws, Company.any(draws, CAUSES)),
                "closedOn",
                draws.nextBoolean() ? day : null);
        story.on(day.plusDays(draws.nextInt(5)));
        switch (Company.kind(draws, number, 6)) {
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
