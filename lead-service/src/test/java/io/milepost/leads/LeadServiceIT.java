package io.milepost.leads;

import static io.milepost.leads.LeadSituations.account;
import static io.milepost.leads.LeadSituations.captured;
import static io.milepost.leads.LeadSituations.conversion;
import static io.milepost.leads.LeadSituations.publishedStudy;
import static io.milepost.leads.LeadSituations.qualified;
import static io.milepost.leads.LeadSituations.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.leads.account.Account.AddContact;
import io.milepost.leads.account.Account.MarkDormant;
import io.milepost.leads.account.Account.ReactivateAccount;
import io.milepost.leads.administration.exchangerate.ExchangeRate.CorrectExchangeRate;
import io.milepost.leads.kernel.Channel;
import io.milepost.leads.lead.LeadCommand.CaptureLead;
import io.milepost.leads.lead.LeadCommand.DisqualifyLead;
import io.milepost.leads.lead.LeadCommand.RegisterLead;
import io.milepost.leads.lead.LeadCommand.RuleDistinct;
import io.milepost.leads.marketresearch.MarketResearch.SupersedeMarketResearch;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SurfaceWalk;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The whole service on embedded parts: one story, one race, one redelivery, one restart, every wrong request. */
class LeadServiceIT {
    /** Of what contract-service is said to have said. */
    private static final AtomicInteger POSITION = new AtomicInteger(1);

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(LeadServiceApplication.class, "lead", CatalogueTest.COMMANDED);
        service.topics("contract").create().close();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @DisplayName(
            "R-041: a lead goes all the way; what is personal is sealed in store and topic, and open to its readers")
    void a_lead_is_converted_and_nobody_is_named_in_store_or_topic() {
        var lead = qualified(service.client());
        service.client().accept(lead, conversion());

        var view = service.client().readAs(Role.SALES_REP, "leads", lead);
        assertThat(view.path("status").asString()).isEqualTo("CONVERTED");
        assertThat(view.path("contactName").asString()).isEqualTo("Canary Ann");
        assertThat(view.path("need").asString()).isEqualTo("two canary presses");

        var opportunity = view.path("opportunityId").asString();
        await().until(() -> published(opportunity).count() == 1);
        assertThat(published(opportunity)).allMatch(event -> event.contains("\"need\":\"sealed.v1." + lead));
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains(opportunity))
                .noneMatch(payload -> payload.contains("anary"));
    }

    @Test
    @DisplayName("R-028, G02: of many who register one contact at the same moment, one does")
    void one_of_many_registers_a_contact() {
        var number = "+1 201 555 0123";
        var leads = Stream.generate(() -> service.client().create(captured(null, number)))
                .limit(8)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            leads.forEach(lead -> threads.execute(() -> service.client().send(lead, new RegisterLead(), Map.of())));
        }
        // Whoever met too much company was told to try again.
        leads.forEach(lead -> service.client().send(lead, new RegisterLead(), Map.of()));

        var views =
                leads.stream().map(lead -> service.client().read("leads", lead)).toList();
        assertThat(views)
                .extracting(view -> view.path("status").asString())
                .containsOnlyOnce("REGISTERED")
                .containsOnly("REGISTERED", "DUPLICATE");
        var first = views.stream()
                .filter(view -> view.path("status").asString().equals("REGISTERED"))
                .map(view -> view.path("id").asString())
                .findFirst();
        assertThat(views)
                .filteredOn(view -> view.path("status").asString().equals("DUPLICATE"))
                .allMatch(view -> view.path("holder").asString().equals(first.orElseThrow()));
    }

    @Test
    @DisplayName("R-028: one identity number in two spellings is one person; it is sealed, and readable in no key")
    void one_identity_is_one_person() {
        var client = service.client();
        var number = "C-" + UUID.randomUUID();
        var lead = client.create(identified(number));
        client.accept(lead, new RegisterLead());
        var again = client.create(identified(number.replace("-", "").toUpperCase(Locale.ROOT)));
        assertThat(client.send(again, new RegisterLead(), Map.of()).status()).isEqualTo(409);
        assertThat(client.read("leads", again).path("holder").asString()).isEqualTo(lead.toString());
        assertThat(client.readAs(Role.SALES_MANAGER, "leads", lead)
                        .path("identityNumber")
                        .asString())
                .isEqualTo(number);
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("\"identityNumber\":\"sealed.v1." + lead))
                .noneMatch(payload -> payload.contains(number))
                .noneMatch(payload -> payload.contains(number.replace("-", "").toUpperCase(Locale.ROOT)));
        client.accept(again, new RuleDistinct("a typing error"));
        client.accept(again, new RegisterLead());
    }

    private static CaptureLead identified(String number) {
        var mail = UUID.randomUUID() + "@acme.example";
        return new CaptureLead(
                Channel.WALK_IN, null, null, null, null, null, null, mail, "presses", null, null, null, number);
    }

    @Test
    @DisplayName("R-028, R-040: who was turned away as a duplicate is registered once the first one is disqualified")
    void a_disqualified_lead_frees_its_contact() {
        var first = service.client().create(captured(null, "+1 201 555 0124"));
        var second = service.client().create(captured(null, "001 201 555 0124"));
        service.client().accept(first, new RegisterLead());
        assertThat(service.client().send(second, new RegisterLead(), Map.of()).status())
                .isEqualTo(409);

        service.client().accept(first, new DisqualifyLead("no budget"));
        service.client().accept(second, new RegisterLead());
        var third = service.client().create(captured(null, "+1 201 555 0124"));
        assertThat(service.client().send(third, new RegisterLead(), Map.of()).status())
                .isEqualTo(409);
        assertThat(service.client().read("leads", third).path("holder").asString())
                .isEqualTo(second.toString());
    }

    @Test
    @DisplayName("R-019: a signed contract makes a customer, once however often it is delivered")
    void a_contract_that_is_delivered_again_changes_nothing() {
        var acme = service.client().create(account("Acme"));
        var other = service.client().create(account("Other"));
        var contract = UUID.randomUUID();
        int at = POSITION.getAndAdd(3);
        try (var topics = service.topics("contract").create()) {
            topics.publish("first", at, contract, "contract.signed", signed(acme, "2026-03-01"));
            topics.publish("first", at, contract, "contract.signed", signed(acme, "2026-03-01"));
            topics.publish("first", at + 1, contract, "contract.signed", signed(acme, "2026-03-02"));
            topics.publish("first", at + 2, contract, "contract.signed", signed(other, "2026-03-03"));
        }
        await().until(() -> status(other).equals("CUSTOMER"));

        assertThat(service.client().read("accounts", acme).path("customerSince").asString())
                .isEqualTo("2026-03-01");
        assertThat(service.client().get("/v1/accounts/" + acme + "/history").text())
                .containsOnlyOnce("account.became-customer");
    }

    @Test
    @DisplayName("R-001: studies are listed by what they study, and a published one is replaced by a published one")
    void studies_are_listed_by_what_they_study() {
        var title = "Presses " + UUID.randomUUID();
        var old = publishedStudy(service.client());
        var study = service.client().create(study(title));
        service.client().create(study("Something else"));

        await().untilAsserted(() -> assertThat(service.client()
                        .get("/v1/market-researches?study.title=eq:" + URLEncoder.encode(title, StandardCharsets.UTF_8)
                                + "&study.from=le:2026-01-01")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("id").asString()).isEqualTo(study.toString())));

        var next = publishedStudy(service.client());
        service.client().accept(old, new SupersedeMarketResearch(next));
        var view = service.client().read("market-researches", old);
        assertThat(view.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(view.path("successorId").asString()).isEqualTo(next.toString());
    }

    @Test
    void a_restart_forgets_nothing() {
        var acme = service.client().create(account("Acme"));
        service.client().accept(acme, new AddContact(null, "Canary Cleo", null, null, null));
        var before = service.client().read("accounts", acme);
        var head = service.head();

        service.restart();

        assertThat(service.head()).isEqualTo(head);
        assertThat(service.client().read("accounts", acme)).isEqualTo(before);
        service.client().accept(acme, new AddContact(null, "Canary Cleo", null, null, null));
        assertThat(service.head()).as("she is there already").isEqualTo(head);
    }

    @Test
    void every_example_of_the_document_is_taken_as_sent() {
        walk().checkExamples();
    }

    @Test
    void nothing_is_there_but_what_the_document_says() {
        SurfaceWalk.check(service);
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        walk().check();
    }

    @Test
    @DisplayName("A rate of a pair and a day is there once, whoever records it, and is found by pair and day")
    void exchange_rates_are_found_by_pair_and_day() {
        var rate = service.client().create(LeadSituations.rate("2019-03-01", "0.8795"));
        assertThat(service.client()
                        .send(null, LeadSituations.rate("2019-03-01", "0.8796"), Map.of())
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("RATE_TAKEN");
        service.client().accept(rate, new CorrectExchangeRate(new BigDecimal("0.8796"), "digits swapped"));

        await().untilAsserted(() -> assertThat(service.client()
                        .get("/v1/exchange-rates?from=eq:USD&to=eq:EUR&on=eq:2019-03-01")
                        .json()
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.path("rate").decimalValue()).isEqualTo("0.8796")));
    }

    private static BadInputWalk walk() {
        return LeadLifeSituations.in(
                        PlanningSituations.in(CampaignSituations.in(OrganisationSituations.in(
                                LeadSituations.in(new BadInputWalk(service.client(), service::quietHead))))),
                        customer())
                .accepted(MarkDormant.class, _ -> new Situation(customer(), new MarkDormant("plant closed")))
                .accepted(ReactivateAccount.class, client -> {
                    var account = customer();
                    client.accept(account, new MarkDormant("plant closed"));
                    return new Situation(account, new ReactivateAccount("plant reopened"));
                });
    }

    /** An account with a signed contract, which only contract-service can make of it. */
    private static UUID customer() {
        var account = service.client().create(account("Acme"));
        try (var topics = service.topics("contract").create()) {
            topics.publish(
                    "first",
                    POSITION.getAndIncrement(),
                    UUID.randomUUID(),
                    "contract.signed",
                    signed(account, "2026-03-01"));
        }
        await().until(() -> status(account).equals("CUSTOMER"));
        return account;
    }

    private static String status(UUID account) {
        return service.client().read("accounts", account).path("status").asString();
    }

    private static Stream<String> published(String opportunity) {
        try (var topics = service.topics("lead")) {
            return topics.committed().stream()
                    .map(event -> new String(event.value(), StandardCharsets.UTF_8))
                    .filter(event -> event.contains(opportunity))
                    .toList()
                    .stream();
        }
    }

    private static String signed(UUID account, String day) {
        return "{\"accountId\": \"%s\", \"signedOn\": \"%s\"}".formatted(account, day);
    }
}
