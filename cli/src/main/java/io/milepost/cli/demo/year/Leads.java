package io.milepost.cli.demo.year;

import static io.milepost.cli.demo.year.Service.LEAD;
import static io.milepost.cli.demo.year.Service.OPPORTUNITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Leads of the year. */
record Leads(Company company) {
    static final List<String> CHANNELS = List.of("WEB", "EXHIBITION", "EMAIL", "PHONE", "WALK_IN", "REFERRAL");

    /**
     * One of which no deal comes, or not yet.
     *
     * @param kind how many there are before it
     */
    Story lead(int number, int kind) {
        var draws = company.draws("lead", number);
        var day = company.day(draws, 0, 340);
        var story = company.story("lead " + number);
        var id = captured(story, number, draws, day);
        switch (Company.kind(draws, kind, 6)) {
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
    Story latest(int number) {
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

    UUID captured(Story story, int number, Random draws, LocalDate day) {
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

    static void assigned(Story story, UUID lead, String owner, LocalDate day) {
        story.on(day).was(LEAD, "AssignLead", lead, Body.of("owner", owner));
    }
}
