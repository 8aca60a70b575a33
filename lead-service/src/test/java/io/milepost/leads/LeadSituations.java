package io.milepost.leads;

import io.milepost.leads.account.Account.AddContact;
import io.milepost.leads.account.Account.OpenAccount;
import io.milepost.leads.account.Account.UpdateProfile;
import io.milepost.leads.administration.bikey.BiKey.IssueBiKey;
import io.milepost.leads.administration.bikey.BiKey.ReplaceSecret;
import io.milepost.leads.administration.bikey.BiKey.RevokeBiKey;
import io.milepost.leads.administration.exchangerate.ExchangeRate.CorrectExchangeRate;
import io.milepost.leads.administration.exchangerate.ExchangeRate.RecordExchangeRate;
import io.milepost.leads.administration.reportschedule.ReportSchedule.CancelReportSchedule;
import io.milepost.leads.administration.reportschedule.ReportSchedule.Condition;
import io.milepost.leads.administration.reportschedule.ReportSchedule.Format;
import io.milepost.leads.administration.reportschedule.ReportSchedule.Rhythm;
import io.milepost.leads.administration.reportschedule.ReportSchedule.ScheduleReport;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.kernel.SourceKind;
import io.milepost.leads.lead.LeadCommand.AssignLead;
import io.milepost.leads.lead.LeadCommand.CaptureLead;
import io.milepost.leads.lead.LeadCommand.ConvertLead;
import io.milepost.leads.lead.LeadCommand.DisqualifyLead;
import io.milepost.leads.lead.LeadCommand.QualifyLead;
import io.milepost.leads.lead.LeadCommand.RegisterLead;
import io.milepost.leads.marketresearch.MarketResearch.Aspect;
import io.milepost.leads.marketresearch.MarketResearch.CompetitorShare;
import io.milepost.leads.marketresearch.MarketResearch.PublishMarketResearch;
import io.milepost.leads.marketresearch.MarketResearch.RecordFinding;
import io.milepost.leads.marketresearch.MarketResearch.SegmentSize;
import io.milepost.leads.marketresearch.MarketResearch.StartMarketResearch;
import io.milepost.leads.marketresearch.MarketResearch.SupersedeMarketResearch;
import io.milepost.leads.teammember.TeamMember.MoveTeamMember;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** For every command of this service a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class LeadSituations {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    private static final PublishMarketResearch PUBLISH = new PublishMarketResearch(
            "forty presses a year", "smaller lots", "worth a campaign", Money.of("1200000.00", "USD"), null, null);

    private LeadSituations() {}

    private static PublishMarketResearch publish(SuiteClient client) {
        return publish(MarketSituations.rival(client), MarketSituations.segment(client));
    }

    private static PublishMarketResearch publish(String competitor, String segment) {
        return new PublishMarketResearch(
                "forty presses a year",
                "smaller lots",
                "worth a campaign",
                Money.of("1200000.00", "USD"),
                List.of(new SegmentSize(segment, Money.of("800000.00", "USD"))),
                List.of(new CompetitorShare(competitor, segment, new BigDecimal("12.5"))));
    }

    static BadInputWalk in(BadInputWalk walk) {
        return RegisterSituations.in(walk)
                .accepted(OpenAccount.class, client -> new Situation(null, account("Acme")))
                .accepted(UpdateProfile.class, client -> new Situation(client.create(account("Acme")), moved()))
                .accepted(AddContact.class, client -> new Situation(client.create(account("Acme")), contact()))
                .accepted(RegisterTeamMember.class, client -> new Situation(null, member()))
                .accepted(
                        MoveTeamMember.class,
                        client -> new Situation(
                                client.create(member()), new MoveTeamMember("B", "West", MAY.plusDays(1), null)))
                .accepted(StartMarketResearch.class, _ -> new Situation(null, study("Presses in Ohio")))
                .accepted(RecordFinding.class, client -> new Situation(client.create(study("Presses")), finding()))
                .accepted(PublishMarketResearch.class, client -> new Situation(found(client), publish(client)))
                .accepted(
                        SupersedeMarketResearch.class,
                        client -> new Situation(
                                publishedStudy(client), new SupersedeMarketResearch(publishedStudy(client))))
                .accepted(RecordExchangeRate.class, _ -> new Situation(null, rate()))
                .accepted(
                        CorrectExchangeRate.class,
                        client -> new Situation(
                                client.create(rate()), new CorrectExchangeRate(new BigDecimal("0.9317"), "swapped")))
                .accepted(IssueBiKey.class, _ -> new Situation(null, biKey()))
                .accepted(
                        ReplaceSecret.class,
                        client -> new Situation(client.create(biKey()), new ReplaceSecret("cd".repeat(32))))
                .accepted(RevokeBiKey.class, client -> new Situation(client.create(biKey()), new RevokeBiKey("stolen")))
                .accepted(ScheduleReport.class, client -> new Situation(null, schedule(memberOf(client), "won")))
                .accepted(
                        CancelReportSchedule.class,
                        client -> new Situation(
                                client.create(schedule(memberOf(client), "won")),
                                new CancelReportSchedule("nobody reads it")))
                .refused("REPORT_UNKNOWN", client -> new Situation(null, schedule(memberOf(client), "glory")))
                .refused("RECIPIENT_UNKNOWN", _ -> new Situation(null, schedule("nobody's code", "won")))
                .refused("RATE_TAKEN", client -> {
                    client.create(rate("2018-03-01", "0.9137"));
                    return new Situation(null, rate("2018-03-01", "0.9137"));
                })
                .accepted(CaptureLead.class, client -> new Situation(null, captured()))
                .accepted(RegisterLead.class, client -> new Situation(client.create(captured()), new RegisterLead()))
                .accepted(
                        AssignLead.class,
                        client -> new Situation(registered(client), new AssignLead(memberOf(client), null)))
                .accepted(QualifyLead.class, client -> new Situation(assigned(client), new QualifyLead()))
                .accepted(
                        DisqualifyLead.class,
                        client -> new Situation(assigned(client), new DisqualifyLead("no budget")))
                .accepted(ConvertLead.class, client -> new Situation(qualified(client), conversion()))
                .refused(
                        "COMPETITOR_UNKNOWN",
                        client -> new Situation(found(client), publish("nobody's", MarketSituations.segment(client))))
                .refused("NOTHING_FOUND", client -> new Situation(client.create(study("Presses")), PUBLISH))
                .refused(
                        "SUCCESSOR_NOT_PUBLISHED",
                        client -> new Situation(publishedStudy(client), new SupersedeMarketResearch(found(client))))
                .refused("NAME_MISSING", client -> new Situation(null, account(" ")))
                .refused(
                        "MOVE_NOT_LATER",
                        client -> new Situation(client.create(member()), new MoveTeamMember("B", "West", MAY, null)))
                .refused("CODE_TAKEN", client -> {
                    client.create(new RegisterTeamMember("AUD-1", "A", "East", MAY, null));
                    return new Situation(null, new RegisterTeamMember("aud-1", "A", "East", MAY, null));
                })
                .refused("OPPORTUNITY_TAKEN", client -> {
                    var one = new ConvertLead(UUID.randomUUID(), null, null, null);
                    client.accept(qualified(client), one);
                    return new Situation(qualified(client), one);
                })
                .refused("LEAD_NOT_REGISTERED", client -> new Situation(client.create(captured()), new QualifyLead()))
                .refused(
                        "OWNER_UNKNOWN",
                        client -> new Situation(registered(client), new AssignLead("nobody's code", null)))
                .refused("OWNER_MISSING", client -> new Situation(registered(client), new AssignLead(" ", null)));
    }

    static StartMarketResearch study(String title) {
        return new StartMarketResearch(title, "Ohio", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31"));
    }

    private static RecordFinding finding() {
        return new RecordFinding(Aspect.DEMAND, SourceKind.VISIT, "two plants are looking for presses", null, null);
    }

    private static UUID found(SuiteClient client) {
        var study = client.create(study("Presses"));
        client.accept(study, finding());
        return study;
    }

    static UUID publishedStudy(SuiteClient client) {
        var study = found(client);
        client.accept(study, PUBLISH);
        return study;
    }

    static UUID registered(SuiteClient client) {
        var lead = client.create(captured());
        client.accept(lead, new RegisterLead());
        return lead;
    }

    static UUID assigned(SuiteClient client) {
        var lead = registered(client);
        client.accept(lead, new AssignLead(memberOf(client), null));
        return lead;
    }

    static UUID qualified(SuiteClient client) {
        var lead = assigned(client);
        client.accept(lead, new QualifyLead());
        return lead;
    }

    static OpenAccount account(String name) {
        return new OpenAccount(name, "technology", 1996, Money.of("1100.04", "USD"), 2822, "Ohio", null, null, null);
    }

    static ConvertLead conversion() {
        return new ConvertLead(null, Money.of("4821.00", "USD"), "GTX Pro", null);
    }

    static ScheduleReport schedule(String recipient, String report) {
        return new ScheduleReport(
                report,
                List.of("region"),
                List.of(new Condition("region", "East")),
                recipient,
                null,
                Rhythm.WEEKLY,
                1,
                Format.CSV);
    }

    /** Of a day that is new each time. */
    private static IssueBiKey biKey() {
        return new IssueBiKey("Power BI", "ab".repeat(32), null, null, null);
    }

    private static RecordExchangeRate rate() {
        return rate(
                LocalDate.parse("2000-01-01").plusDays(DAYS.incrementAndGet()).toString(), "0.9137");
    }

    static RecordExchangeRate rate(String day, String rate) {
        return new RecordExchangeRate(
                Currency.getInstance("USD"), Currency.getInstance("EUR"), LocalDate.parse(day), new BigDecimal(rate));
    }

    /** Somebody new each time. */
    static CaptureLead captured() {
        return captured(UUID.randomUUID() + "@acme.example", null);
    }

    static CaptureLead captured(String email, String phone) {
        return new CaptureLead(
                Channel.EXHIBITION,
                "spring fair",
                "Acme",
                null,
                null,
                "Canary Ann",
                phone,
                email,
                "two canary presses",
                null,
                null,
                null,
                null);
    }

    /** The code of somebody who was registered. */
    static String memberOf(SuiteClient client) {
        var member = member();
        client.create(member);
        return member.code();
    }

    private static RegisterTeamMember member() {
        return new RegisterTeamMember(UUID.randomUUID().toString(), "A", "East", MAY, null);
    }

    private static UpdateProfile moved() {
        return new UpdateProfile(null, null, null, null, null, "Texas", null, null, null);
    }

    private static AddContact contact() {
        return new AddContact(null, "Canary Bo", "buyer", "+1 555 0100", null);
    }
}
