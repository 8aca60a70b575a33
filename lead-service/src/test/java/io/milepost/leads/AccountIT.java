package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.memberOf;
import static io.milepost.leads.account.AccountCatalogue.ACCOUNT;
import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.account.Account.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One golden record of a customer on parts of its own: duplicates, merge and undo, sleep, flags. */
class AccountIT {
    private static final AtomicInteger SIGNED = new AtomicInteger();

    private static SuiteParts parts;
    private static RunningService service;
    private static SuiteClient client;

    @BeforeAll
    static void start() {
        parts = SuiteParts.start();
        service = RunningService.start(parts, LeadServiceApplication.class, "lead", List.of(ACCOUNT, TEAM_MEMBER));
        client = service.client();
    }

    @AfterAll
    static void stop() {
        service.close();
        parts.close();
    }

    @Test
    @DisplayName("R-019: name, number and contact of another account show it at once; another customer's do not")
    void possible_duplicates_are_shown_at_once() {
        var name = "Acme " + UUID.randomUUID();
        var first = client.create(new OpenAccount(name, null, null, null, null, null, null, "HRB 17", null));
        client.accept(first, new AddContact(null, "Canary Ann", null, "+1 202 555 0171", null));

        var twin = client.create(account(name.toUpperCase(Locale.ROOT) + "."));
        assertThat(alike(twin)).containsExactly(first + " NAME");
        var number = client.create(new OpenAccount("Bolt", null, null, null, null, null, null, "hrb17", "DE"));
        assertThat(alike(number)).containsExactly(first + " NUMBER");
        var contact = client.create(account("Cog " + UUID.randomUUID()));
        assertThat(alike(contact)).isEmpty();
        client.accept(contact, new AddContact(null, "Canary Ann", null, "001 (202) 555-0171", null));
        assertThat(alike(contact)).containsExactly(first + " CONTACT");
        assertThat(alike(first)).isEmpty();

        client.accept(twin, new DismissDuplicate(first, "another plant"));
        assertThat(alike(twin)).isEmpty();
        await().untilAsserted(() -> {
            assertThat(listed("suspected=eq:true")).contains(contact.toString(), number.toString());
            assertThat(listed("suspected=eq:true")).doesNotContain(twin.toString());
        });
    }

    @Test
    @DisplayName("R-019: of many who open an account with one registration number at the same moment, one does")
    void one_of_many_has_a_registration_number() {
        var open = new OpenAccount("Race", null, null, null, null, null, null, "RACE 1", "DE");
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                threads.execute(
                        () -> statuses.add(client.send(null, open, Map.of()).status()));
            }
        }
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(client.send(null, open, Map.of()).json().path("code").asString())
                .isEqualTo("REGISTRATION_TAKEN");
    }

    @Test
    @DisplayName("R-019: who asks for a merged account is sent to the one that stands for it, until that is undone")
    void a_merge_is_followed_and_undone() {
        var survivor = client.create(account("Acme " + UUID.randomUUID()));
        var other = client.create(RegisterSituations.registered("HRB 99"));
        client.accept(other, new AddContact(null, "Canary Bo", "buyer", null, null));
        sign(other, "2026-04-01");
        await().until(() -> status(other).equals("CUSTOMER"));
        var before = client.read("accounts", other);

        client.accept(other, new MergeAccount(survivor, "one company"));
        var answer = client.get("/v1/accounts/" + other);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo("/v1/accounts/" + survivor);
        assertThat(answer.json().path("mergedInto").asString()).isEqualTo(survivor.toString());
        assertThat(client.get("/v1/accounts/" + other + "?asOf=" + now()).status())
                .isEqualTo(200);
        assertThat(client.get("/v1/accounts/" + other + "/history").status()).isEqualTo(200);
        assertThat(client.get("/v1/accounts/" + survivor).status()).isEqualTo(200);

        await().until(() -> status(survivor).equals("CUSTOMER"));
        var golden = client.readAs(Role.SALES_REP, "accounts", survivor);
        assertThat(golden.path("contacts").path(0).path("name").asString()).isEqualTo("Canary Bo");
        assertThat(golden.path("standsFor").path(0).asString()).isEqualTo(other.toString());
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary Bo"));
        await().untilAsserted(
                        () -> assertThat(listed("mergedInto=eq:" + survivor)).containsExactly(other.toString()));
        client.create(RegisterSituations.registered("hrb 99"));

        client.accept(other, new UnmergeAccount("two companies"));
        await().until(() -> status(survivor).equals("PROSPECT"));
        assertThat(client.read("accounts", survivor).path("contacts")).isEmpty();
        var back = client.read("accounts", other);
        assertThat(back.path("status")).isEqualTo(before.path("status"));
        assertThat(back.path("contacts")).isEqualTo(before.path("contacts"));
        assertThat(back.path("profile").has("registrationNumber"))
                .as("another account took it")
                .isFalse();
    }

    @Test
    @DisplayName(
            "R-019: a contract that is signed with a merged account makes a customer of the one that stands for it")
    void news_of_a_merged_account_reach_the_survivor() {
        var last = client.create(account("Last " + UUID.randomUUID()));
        var middle = client.create(account("Middle " + UUID.randomUUID()));
        var first = client.create(account("First " + UUID.randomUUID()));
        client.accept(first, new MergeAccount(middle, "one company"));
        client.accept(middle, new MergeAccount(last, "one company"));
        sign(first, today().toString());
        await().until(() -> status(last).equals("CUSTOMER"));
        assertThat(client.read("accounts", last).path("standsFor")).hasSize(2);
        assertThat(client.get("/v1/accounts/" + first).header("Location")).isEqualTo("/v1/accounts/" + middle);
    }

    @Test
    @DisplayName(
            "R-019: a customer of whom nothing was heard for two years is dormant by itself, and wakes by a contract")
    void a_customer_falls_dormant_and_wakes() {
        var quiet = client.create(account("Quiet " + UUID.randomUUID()));
        var active = client.create(account("Active " + UUID.randomUUID()));
        sign(quiet, today().minusDays(731).toString());
        sign(active, today().minusDays(729).toString());
        await().until(() -> status(quiet).equals("DORMANT"));
        assertThat(status(active)).isEqualTo("CUSTOMER");
        sign(quiet, today().toString());
        await().until(() -> status(quiet).equals("CUSTOMER"));
    }

    @Test
    @DisplayName("R-036: the sales manager to whom a flagged account is given is told, once, and nobody else")
    void the_manager_is_told_of_a_flagged_account() {
        var manager = memberOf(client);
        var acme = client.create(account("Acme " + UUID.randomUUID()));
        var plain = client.create(account("Plain " + UUID.randomUUID()));
        client.accept(acme, new FlagAccount(Flag.PROBLEM, "canary Bo complained", manager));
        client.accept(acme, new FlagAccount(Flag.PROBLEM, "canary Bo complained", manager));

        await().until(() -> told("for=" + manager).size() == 1);
        var notice = told("for=" + manager).path(0);
        assertThat(notice.path("kind").asString()).isEqualTo("account-flagged");
        assertThat(notice.path("about").asString()).isEqualTo("PROBLEM");
        assertThat(notice.path("subject").asString()).isEqualTo(acme.toString());
        assertThat(told("for=somebody-else&subject=eq:" + acme)).isEmpty();
        assertThat(told("subject=eq:" + plain)).isEmpty();
        assertThat(client.readAs(Role.SALES_MANAGER, "accounts", acme)
                        .path("flags")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("canary Bo complained");
        assertThat(service.stored()).noneMatch(payload -> payload.contains("anary Bo"));
        client.accept(acme, new UnflagAccount(Flag.PROBLEM, "settled"));
        await().untilAsserted(() -> assertThat(listed("problem=eq:true")).doesNotContain(acme.toString()));
    }

    private static void sign(UUID account, String day) {
        try (var topics = service.topics("contract").create()) {
            topics.publish(
                    "first",
                    SIGNED.incrementAndGet(),
                    UUID.randomUUID(),
                    "contract.signed",
                    "{\"accountId\": \"%s\", \"signedOn\": \"%s\"}".formatted(account, day));
        }
    }

    private static List<String> alike(UUID account) {
        return client.read("accounts", account)
                .path("possibleDuplicates")
                .valueStream()
                .map(other -> other.path("accountId").asString() + " "
                        + other.path("trait").asString())
                .toList();
    }

    private static List<String> listed(String query) {
        return client.get("/v1/accounts?pageSize=200&" + query)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode told(String query) {
        return client.get("/v1/notices?" + query).json().path("items");
    }

    private static String status(UUID account) {
        return client.read("accounts", account).path("status").asString();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }
}
