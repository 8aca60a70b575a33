package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.memberOf;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.customersurvey.CustomerSurvey.*;
import io.milepost.leads.receptionrecord.ReceptionRecord.*;
import io.milepost.leads.registerbook.RegisterBook.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same for the files of customers and the registers of those who come and call. */
final class RegisterSituations {
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final LocalDate END = LocalDate.parse("2027-05-01");

    private RegisterSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return surveys(books(receptions(accounts(walk))));
    }

    private static BadInputWalk receptions(BadInputWalk walk) {
        return walk.accepted(RecordReception.class, _ -> new Situation(null, reception(null, null)))
                .accepted(
                        AttachQuestionnaire.class,
                        client -> new Situation(client.create(reception(null, null)), questionnaire()))
                .accepted(CheckEntry.class, client -> new Situation(asked(client), new CheckEntry()))
                .accepted(ReturnEntry.class, client -> new Situation(asked(client), back()))
                .accepted(CompleteEntry.class, client -> {
                    var entry = asked(client);
                    client.accept(entry, back());
                    return new Situation(entry, new CompleteEntry("Canary Ann", null, null, "a friend", null));
                })
                .accepted(FileEntry.class, client -> {
                    var entry = asked(client);
                    client.accept(entry, new CheckEntry());
                    return new Situation(entry, new FileEntry("F-1"));
                })
                .accepted(
                        LinkLead.class,
                        client -> new Situation(
                                client.create(reception(null, null)), new LinkLead(LeadSituations.registered(client))))
                .refused("ENTRY_NOT_CHECKED", client -> new Situation(asked(client), new FileEntry("F-1")))
                .refused("ENTRY_INCOMPLETE", client -> new Situation(received(client), new CheckEntry()))
                .refused("BOOK_UNKNOWN", _ -> new Situation(null, reception(UUID.randomUUID(), null)));
    }

    private static BadInputWalk books(BadInputWalk walk) {
        return walk.accepted(IssueBook.class, client -> new Situation(null, book(memberOf(client))))
                .accepted(
                        SetRecoveryDay.class,
                        client -> new Situation(issued(client), new SetRecoveryDay(END.plusDays(7))))
                .accepted(CheckBook.class, client -> new Situation(issued(client), new CheckBook(0)))
                .accepted(RecoverBook.class, client -> new Situation(issued(client), new RecoverBook()))
                .accepted(ArchiveBook.class, client -> {
                    var book = issued(client);
                    client.accept(book, new RecoverBook());
                    return new Situation(book, new ArchiveBook("F-2"));
                })
                .refused("BOOK_NOT_RECOVERED", client -> new Situation(issued(client), new ArchiveBook("F-2")))
                .refused("HOLDER_UNKNOWN", _ -> new Situation(null, book("nobody's code")));
    }

    private static BadInputWalk surveys(BadInputWalk walk) {
        return walk.accepted(PlanSurvey.class, client -> new Situation(null, survey(client)))
                .accepted(
                        RecordSurveyFinding.class,
                        client -> new Situation(
                                client.create(survey(client)), new RecordSurveyFinding(1, "canary Bo waits", null)))
                .accepted(ConcludeSurvey.class, client -> {
                    var survey = client.create(survey(client));
                    client.accept(survey, new RecordSurveyFinding(1, "canary Bo waits", null));
                    return new Situation(survey, new ConcludeSurvey("shorter queues for canary Bo"));
                })
                .accepted(
                        CancelSurvey.class,
                        client -> new Situation(client.create(survey(client)), new CancelSurvey("sold")))
                .refused(
                        "QUESTIONS_OPEN",
                        client -> new Situation(client.create(survey(client)), new ConcludeSurvey("nothing")));
    }

    /** A visitor of today, new each time. */
    static RecordReception reception(@Nullable UUID book, @Nullable UUID account) {
        return new RecordReception(
                Manner.VISIT,
                "north",
                null,
                null,
                book,
                null,
                account,
                "Canary Ann",
                null,
                UUID.randomUUID() + "@acme.example",
                "web",
                "two canary rooms");
    }

    static AttachQuestionnaire questionnaire() {
        return new AttachQuestionnaire("canary Ann likes blue", "Q-1");
    }

    /** A visitor with everything that the check asks for, received by somebody else than whoever checks. */
    static UUID asked(SuiteClient client) {
        var entry = received(client);
        client.accept(entry, questionnaire());
        return entry;
    }

    /** The same without the questionnaire. */
    private static UUID received(SuiteClient client) {
        var member = memberOf(client);
        var visit = reception(null, null);
        var answer = client.send(
                null,
                new RecordReception(
                        visit.kind(),
                        visit.site(),
                        null,
                        member,
                        null,
                        null,
                        null,
                        visit.visitorName(),
                        null,
                        visit.email(),
                        visit.source(),
                        visit.interest()),
                Map.of("Authorization", "Bearer " + tokenOf(member)));
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static String tokenOf(String member) {
        return SuiteParts.shared().issuer().tokenSaying("desk-" + member, Map.of("member", member), Role.SALES_REP);
    }

    static ReturnEntry back() {
        return new ReturnEntry(List.of(Part.SOURCE), "how did canary Ann hear of us?");
    }

    static IssueBook book(String holder) {
        return new IssueBook(UUID.randomUUID().toString(), holder, "north 2", END, null);
    }

    static UUID issued(SuiteClient client) {
        return client.create(book(memberOf(client)));
    }

    private static PlanSurvey survey(SuiteClient client) {
        return new PlanSurvey(
                "Acme",
                client.create(account("Acme")),
                null,
                MAY,
                memberOf(client),
                List.of(new Question(Topic.PAIN_POINTS, "what takes too long?")),
                null);
    }

    private static BadInputWalk accounts(BadInputWalk walk) {
        return walk.accepted(
                        RecordInterest.class,
                        client -> new Situation(
                                client.create(account("Acme")),
                                new RecordInterest("two canary presses", null, Degree.HIGH, Degree.MEDIUM)))
                .accepted(
                        NoteActivity.class,
                        client -> new Situation(client.create(account("Acme")), new NoteActivity(MAY)))
                .accepted(
                        FlagAccount.class,
                        client -> new Situation(
                                client.create(account("Acme")),
                                new FlagAccount(Flag.PROBLEM, "canary Bo complained", memberOf(client))))
                .accepted(
                        UnflagAccount.class,
                        client -> new Situation(flagged(client), new UnflagAccount(Flag.KEY, "bought out")))
                .accepted(
                        MergeAccount.class,
                        client -> new Situation(
                                client.create(account("Acme")),
                                new MergeAccount(client.create(account("Acme Inc.")), "one company")))
                .accepted(
                        UnmergeAccount.class,
                        client -> new Situation(merged(client), new UnmergeAccount("two companies")))
                .accepted(DismissDuplicate.class, client -> {
                    var name = "Twin " + UUID.randomUUID();
                    var first = client.create(account(name));
                    return new Situation(client.create(account(name)), new DismissDuplicate(first, "namesakes"));
                })
                .refused("ACCOUNT_MERGED", client -> new Situation(merged(client), renamed()))
                .refused(
                        "NOT_A_CUSTOMER",
                        client -> new Situation(client.create(account("Acme")), new MarkDormant("plant closed")))
                .refused("REGISTRATION_TAKEN", client -> {
                    client.create(registered("HRB 4711"));
                    return new Situation(null, registered("hrb-4711"));
                })
                .refused(
                        "MERGE_TARGET_UNKNOWN",
                        client -> new Situation(
                                client.create(account("Acme")), new MergeAccount(UUID.randomUUID(), "one company")));
    }

    static OpenAccount registered(String number) {
        return new OpenAccount("Acme", null, null, null, null, null, null, number, "DE");
    }

    private static UpdateProfile renamed() {
        return new UpdateProfile("Bolt", null, null, null, null, null, null, null, null);
    }

    static UUID flagged(SuiteClient client) {
        var account = client.create(account("Acme"));
        client.accept(account, new FlagAccount(Flag.KEY, "largest buyer", memberOf(client)));
        return account;
    }

    static UUID merged(SuiteClient client) {
        var account = client.create(account("Acme"));
        client.accept(account, new MergeAccount(client.create(account("Acme Inc.")), "one company"));
        return account;
    }
}
