package io.milepost.contracts;

import static io.milepost.contracts.deposit.DepositCatalogue.DEPOSIT;
import static io.milepost.contracts.launchphase.LaunchPhaseCatalogue.LAUNCH_PHASE;
import static io.milepost.contracts.sellableunit.SellableUnitCatalogue.SELLABLE_UNIT;
import static io.milepost.contracts.subscription.SubscriptionCatalogue.SUBSCRIPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.contracts.deposit.Deposit.CancelDeposit;
import io.milepost.contracts.deposit.Deposit.RefundDeposit;
import io.milepost.contracts.deposit.Deposit.Side;
import io.milepost.contracts.sellableunit.SellableUnit.ConfirmUnsold;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.RunningService;
import io.milepost.platform.testkit.SuiteClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sale of units on two instances of the whole service, on embedded parts. */
class UnitSalesIT {
    private static final List<Catalogue<?, ?, ?>> CATALOGUES =
            List.of(LAUNCH_PHASE, SELLABLE_UNIT, DEPOSIT, SUBSCRIPTION);
    private static final Duration SOON = Duration.ofSeconds(30);

    private static RunningService service;
    private static RunningService another;

    @BeforeAll
    static void start() {
        service = RunningService.start(ContractServiceApplication.class, "contract", CATALOGUES);
        another = RunningService.start(ContractServiceApplication.class, "contract", CATALOGUES);
    }

    @AfterAll
    static void stop() {
        another.close();
        service.close();
    }

    @Test
    @DisplayName("R-104, R-106: of 2 to 16 buyers who pay at once at two instances one has the unit; each other one is"
            + " rejected on record, is owed the money, and the seller is told")
    void the_first_deposit_wins_every_race() throws Exception {
        var random = new SplittableRandom(104);
        var losers = new ArrayList<UUID>();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < 20; race++) {
                losers.addAll(race(random.nextInt(2, 17), desks::submit));
            }
        }
        for (var loser : losers) {
            await("told of " + loser)
                    .atMost(SOON)
                    .until(() ->
                            ContractSituations.told(service.client(), loser).startsWith("deposit-rejected/"));
        }
    }

    private interface Desks {
        Future<SuiteClient.Answer> submit(Callable<SuiteClient.Answer> desk);
    }

    private static List<UUID> race(int buyers, Desks desks) throws Exception {
        var client = service.client();
        var unit = UnitSituations.released(client);
        var accounts =
                IntStream.range(0, buyers).mapToObj(_ -> UUID.randomUUID()).toList();
        accounts.forEach(account -> client.accept(unit, UnitSituations.sheet(account)));
        client.accept(unit, new ConfirmUnsold());
        var ids = accounts.stream().map(_ -> UUID.randomUUID()).toList();
        var answers = new ArrayList<Future<SuiteClient.Answer>>();
        for (int i = 0; i < buyers; i++) {
            var desk = i % 2 == 0 ? service.client() : another.client();
            var id = ids.get(i);
            var deposit = UnitSituations.deposit(unit, accounts.get(i), i + 1, UnitSituations.DEPOSIT);
            answers.add(desks.submit(() -> desk.sendNew(id, deposit)));
        }
        var losers = new ArrayList<UUID>();
        for (int i = 0; i < buyers; i++) {
            var answer = answers.get(i).get();
            if (answer.status() != 201) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                assertThat(answer.json().path("code").asString()).isEqualTo("UNIT_TAKEN");
                losers.add(ids.get(i));
            }
        }
        assertThat(losers).as("losers of %d", buyers).hasSize(buyers - 1);
        for (var loser : losers) {
            var seen = client.read("deposits", loser);
            assertThat(seen.path("status").asString()).isEqualTo("REFUND_DUE");
            assertThat(seen.path("rejected").asBoolean()).isTrue();
            assertThat(seen.path("refund").path("amount").asString()).isEqualTo("1000.00");
        }
        var winner = ids.stream().filter(id -> !losers.contains(id)).findFirst().orElseThrow();
        assertThat(client.read("deposits", winner).path("status").asString()).isEqualTo("PAID");
        await().atMost(SOON).until(() -> status("sellable-units", unit).equals("DEPOSIT_TAKEN"));
        assertThat(client.read("sellable-units", unit).path("depositId").asString())
                .isEqualTo(winner.toString());
        return losers;
    }

    @Test
    @DisplayName("R-118: a unit that was given up is on sale again, and the next buyer gets it")
    void a_unit_comes_back() {
        var client = service.client();
        var deposit = UnitSituations.paid(client);
        var unit =
                UUID.fromString(client.read("deposits", deposit).path("unitId").asString());
        client.accept(deposit, new CancelDeposit(Side.BUYER, "no loan"));
        await().atMost(SOON)
                .until(() -> client.read("sellable-units", unit)
                        .path("freed")
                        .asString("")
                        .equals("CANCELLED_BY_BUYER"));
        assertThat(status("sellable-units", unit)).isEqualTo("AVAILABLE");

        var account = UUID.randomUUID();
        client.accept(unit, UnitSituations.sheet(account));
        client.accept(unit, new ConfirmUnsold());
        var next = client.create(UnitSituations.deposit(unit, account, 2, UnitSituations.DEPOSIT));
        await().atMost(SOON).until(() -> status("sellable-units", unit).equals("DEPOSIT_TAKEN"));
        assertThat(client.read("sellable-units", unit).path("depositId").asString())
                .isEqualTo(next.toString());
        client.acceptFrom("desk", deposit, new RefundDeposit("V-" + unit, null));
        assertThat(status("deposits", deposit)).isEqualTo("REFUNDED");
    }

    @Test
    @DisplayName("R-118: a hold of long ago is expired by the timer, the unit is free, and the seller is told")
    void a_hold_expires_by_the_timer() {
        var client = service.client();
        var deposit = UnitSituations.heldLongAgo(client);
        await().atMost(SOON).until(() -> status("deposits", deposit).equals("REFUND_DUE"));
        var unit =
                UUID.fromString(client.read("deposits", deposit).path("unitId").asString());
        await().atMost(SOON).until(() -> status("sellable-units", unit).equals("AVAILABLE"));
        await().atMost(SOON)
                .until(() -> ContractSituations.told(client, deposit).contains("deposit-hold-expired"));
    }

    @Test
    @DisplayName("R-116: in the last week before the rest is due the seller is told, once")
    void the_seller_is_told_to_have_it_topped_up() {
        var client = service.client();
        var deposit = UnitSituations.held(client, LocalDate.now(ZoneOffset.UTC).plusDays(3));
        await().atMost(SOON)
                .until(() -> ContractSituations.told(client, deposit).equals("deposit-top-up-due/"));
        assertThat(status("deposits", deposit)).isEqualTo("PARTIAL");
    }

    @Test
    @DisplayName("Payer and buyer are sealed in store and topic, and open to who may read")
    void nobody_is_named_in_the_store() {
        var deposit = UnitSituations.paid(service.client());
        assertThat(service.client().get("/v1/deposits/" + deposit + "/history").text())
                .contains("deposit.paid");
        assertThat(service.stored())
                .anyMatch(payload -> payload.contains("kim"))
                .noneMatch(payload -> payload.contains("Canary"));
    }

    @Test
    void every_example_of_the_document_is_taken_as_sent() {
        situations().checkExamplesOfCommands();
    }

    @Test
    void every_wrong_request_has_its_own_answer_and_leaves_no_trace() {
        situations().check();
    }

    private static BadInputWalk situations() {
        return SubscriptionSituations.in(UnitSituations.in(new BadInputWalk(service.client(), service::quietHead)));
    }

    private static String status(String plural, UUID id) {
        var answer = service.client().get("/v1/" + plural + "/" + id);
        return answer.status() == 200 ? answer.json().path("status").asString() : "";
    }
}
