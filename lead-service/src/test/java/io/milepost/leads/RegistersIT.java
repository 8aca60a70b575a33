package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.memberOf;
import static io.milepost.leads.RegisterSituations.*;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.customersurvey.CustomerSurveyCatalogue.CUSTOMER_SURVEY;
import static io.milepost.leads.lead.LeadCatalogue.LEAD;
import static io.milepost.leads.receptionrecord.ReceptionRecordCatalogue.RECEPTION_RECORD;
import static io.milepost.leads.registerbook.RegisterBookCatalogue.REGISTER_BOOK;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.account.Account.Flag;
import io.milepost.leads.account.Account.FlagAccount;
import io.milepost.leads.receptionrecord.ReceptionRecord.CheckEntry;
import io.milepost.leads.receptionrecord.ReceptionRecord.FileEntry;
import io.milepost.leads.receptionrecord.ReceptionRecord.Manner;
import io.milepost.leads.receptionrecord.ReceptionRecord.RecordReception;
import io.milepost.leads.registerbook.RegisterBook.CheckBook;
import io.milepost.leads.registerbook.RegisterBook.IssueBook;
import io.milepost.leads.registerbook.RegisterBook.RecoverBook;
import io.milepost.leads.teammember.TeamMember.RegisterTeamMember;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shared register and the books of consultants: who reads, who is told, what is found again. */
class RegistersIT {
    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                LeadServiceApplication.class,
                "lead",
                List.of(ACCOUNT, TEAM_MEMBER, LEAD, RECEPTION_RECORD, REGISTER_BOOK, CUSTOMER_SURVEY));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName("R-024, R-031: an entry is read by every seller and nobody else, and found by site, day, kind, status,"
            + " contact and file; names are sealed")
    void an_entry_is_found_again() {
        var entry = asked(client);
        client.accept(entry, new CheckEntry());
        var reference = "F-" + UUID.randomUUID();
        client.accept(entry, new FileEntry(reference));
        var other = client.create(reception(null, null));
        var view = client.readAs(Role.SALES_REP, "reception-records", entry);
        assertThat(view.path("visitor").path("visitorName").asString()).isEqualTo("Canary Ann");
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary"));

        var path = "/v1/reception-records/" + entry;
        var narrow = SuiteParts.shared()
                .issuer()
                .tokenSaying("seller", Map.of("member", memberOf(client), "access", "own"), Role.SALES_REP);
        assertThat(client.getWith(narrow, path).status()).isEqualTo(200);
        assertThat(client.getAs(Role.FINANCE, path).status()).isEqualTo(403);

        await().untilAsserted(() -> assertThat(listed(
                        "reception-records",
                        "site=eq:NORTH&on=eq:%s&kind=eq:VISIT&status=eq:FILED&emailKey=eq:%s&filed.fileReference=eq:%s"
                                .formatted(
                                        view.path("on").asString(),
                                        view.path("emailKey").asString(),
                                        reference)))
                .containsExactly(entry.toString()));
        await().untilAsserted(() -> assertThat(listed("reception-records", "status=eq:RECORDED&site=eq:NORTH"))
                .contains(other.toString())
                .doesNotContain(entry.toString()));
    }

    @Test
    @DisplayName("R-030: the consultant whose entry comes back is told, once, and nobody else")
    void the_consultant_is_told_of_a_poor_entry() {
        var entry = asked(client);
        var consultant =
                client.read("reception-records", entry).path("consultant").asString();
        client.accept(entry, back());
        await().until(() -> told("for=" + consultant).size() == 1);
        assertThat(told("for=" + consultant).path(0).path("kind").asString()).isEqualTo("register-entry-returned");
        assertThat(told("for=somebody-else&subject=eq:" + entry)).isEmpty();
    }

    @Test
    @DisplayName("R-036: the sales manager is told that a flagged customer has come; of another customer nobody is")
    void the_manager_is_told_of_a_flagged_customer() {
        var manager = memberOf(client);
        var flagged = client.create(account("Flagged " + UUID.randomUUID()));
        var plain = client.create(account("Plain " + UUID.randomUUID()));
        client.accept(flagged, new FlagAccount(Flag.KEY, "largest buyer", manager));
        var visit = client.create(reception(null, flagged));
        var other = client.create(reception(null, plain));

        await().until(() -> told("for=%s&kind=eq:flagged-customer-received".formatted(manager))
                        .size()
                == 1);
        assertThat(told("subject=eq:" + visit)).hasSize(1);
        assertThat(told("subject=eq:" + other)).isEmpty();
        await("the visit shows that the customer is active")
                .until(() -> client.read("accounts", plain).has("lastActiveOn"));
    }

    @Test
    @DisplayName("R-029: an entry puts its book in use, once; the books of a project that are still out are asked for")
    void books_of_a_project_are_recovered() {
        var project = "P-" + UUID.randomUUID();
        var holder = memberOf(client);
        var book = client.create(new IssueBook(UUID.randomUUID().toString(), holder, project, null, null));
        var second = client.create(new IssueBook(UUID.randomUUID().toString(), memberOf(client), project, null, null));
        client.create(inBook(book, holder, 1));
        assertThat(client.send(null, inBook(book, holder, 1), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("BOOK_ENTRY_TAKEN");
        await().until(() ->
                client.read("register-books", book).path("status").asString().equals("IN_USE"));
        assertThat(client.read("register-books", book).path("entries").asInt()).isEqualTo(1);

        assertThat(client.send(book, new CheckBook(2), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("ENTRIES_MISSING");
        await().until(() -> told("for=" + holder).size() == 1);
        assertThat(told("for=" + holder).path(0).path("kind").asString()).isEqualTo("register-book-short");

        var out = "project=eq:%s&out=eq:true".formatted(project.toUpperCase(Locale.ROOT));
        client.accept(book, new RecoverBook());
        await().untilAsserted(() -> assertThat(listed("register-books", out)).containsExactly(second.toString()));
        client.accept(second, new RecoverBook());
        await().untilAsserted(() -> assertThat(listed("register-books", out)).isEmpty());
        assertThat(client.send(null, inBook(book, holder, 2), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("BOOK_NOT_OUT");
    }

    @Test
    @DisplayName("R-029: a book that is not back on its day is overdue by itself; holder and manager are told, once")
    void a_book_is_overdue() {
        var manager = memberOf(client);
        var holder = UUID.randomUUID().toString();
        var ago = Clock.systemUTC().instant().minus(Duration.ofDays(30));
        var day = LocalDate.ofInstant(ago, ZoneOffset.UTC).plusDays(10);
        client.create(new RegisterTeamMember(holder, "A", "East", LocalDate.parse("2026-05-01"), manager));
        var webhook = client.post(
                        "/v1/webhooks",
                        """
                        {"name":"pager","url":"https://192.0.2.1/hooks","events":["notice#kind"]}\
                        """,
                        Map.of(
                                "Authorization",
                                "Bearer " + client.issuer().token(Role.OPERATOR),
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()))
                .json()
                .path("id")
                .asString();
        var late = issuedAt(ago, new IssueBook(UUID.randomUUID().toString(), holder, "north", day, null));
        var open = client.create(new IssueBook(UUID.randomUUID().toString(), holder, "north", null, null));

        await().until(() -> client.read("register-books", late).path("overdue").asBoolean());
        assertThat(client.read("register-books", open).path("overdue").asBoolean())
                .isFalse();
        await().until(() -> told("for=" + holder).size() == 1);
        await().until(() -> told("for=" + manager).size() == 1);
        assertThat(told("for=" + manager).path(0).path("kind").asString()).isEqualTo("register-book-overdue");
        assertThat(client.get("/v1/register-books/" + late + "/history").text())
                .containsOnlyOnce("register-book.recovery-overdue");
        assertThat(told("subject=eq:" + open)).isEmpty();
        await("a notice goes to webhooks as every event does")
                .until(() -> client.getAs(Role.OPERATOR, "/v1/webhooks/%s/deliveries".formatted(webhook))
                        .text()
                        .contains("notice.raised.v1"));
    }

    private static UUID issuedAt(Instant at, IssueBook issue) {
        return UUID.fromString(
                client.sendAsOf(null, issue, at).json().path("id").asString());
    }

    private static RecordReception inBook(UUID book, @Nullable String consultant, int number) {
        return new RecordReception(
                Manner.PHONE, "north", null, consultant, book, number, null, "Canary Ann", null, null, null, null);
    }

    private static List<String> listed(String plural, String query) {
        return client.get("/v1/%s?pageSize=200&%s".formatted(plural, query))
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode told(String query) {
        return client.get("/v1/notices?" + query).json().path("items");
    }
}
