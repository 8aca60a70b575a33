package io.milepost.cli.demo;

import io.milepost.cli.Failure;
import io.milepost.cli.suite.Desk;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A day of a launch weekend: 40 buyers for 10 units. All are told prices, all pay at once, ten get their units and sign the subscription
 * letter, and thirty get their money back.
 */
final class LaunchWeekend {
    private static final int UNITS = 10;
    private static final int BUYERS = 40;
    private static final int CASHIERS = 4;
    private static final String CURRENCY = "EUR";
    private static final Map<String, Object> NOTHING = Map.of();

    private final URI contract;
    private final Supplier<Desk> desks;
    private final Desk desk;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** @param desks a new one for each who works beside the others */
    LaunchWeekend(URI contract, Supplier<Desk> desks, PrintStream out) {
        this.contract = contract;
        this.desks = desks;
        this.desk = desks.get();
        this.out = out;
    }

    /** A buyer at the desk of finance. */
    private record Payment(UUID deposit, Map<String, Object> body) {}

    /** What a cashier was answered. */
    private record Paid(UUID deposit, boolean first) {}

    void tell() {
        out.printf("%nA launch weekend: %d buyers for %d units, programme QUAY-%s%n", BUYERS, UNITS, mark);
        var units = onSale();
        var paid = pay(priced(units));
        var winners = paid.stream().filter(Paid::first).map(Paid::deposit).toList();
        var losers =
                paid.stream().filter(one -> !one.first()).map(Paid::deposit).toList();
        out.printf(
                "  %d have their units, %d are rejected on record and owed the money%n", winners.size(), losers.size());
        if (winners.size() != UNITS || losers.size() != BUYERS - UNITS) {
            throw new Failure("every unit has one buyer, but %d have won".formatted(winners.size()));
        }
        winners.forEach(this::subscribe);
        out.printf("  %d letters are issued, completed, reviewed, signed and handed over%n", winners.size());
        losers.forEach(this::refund);
        out.printf("  %d buyers are told and have their money back%n", losers.size());
        out.printf("  read a sale at %s%n", Services.of(contract, "subscriptions", winners.getFirst()));
    }

    private List<UUID> onSale() {
        var terms = Map.of(
                "deposit",
                money("5000.00"),
                "graceDays",
                0,
                "earnestCapPercent",
                20,
                "forfeitPercent",
                10,
                "signingGraceDays",
                7,
                "sideAgreements",
                List.of("house rules"),
                "pack",
                List.of("floor plan"));
        var phase = create(
                "SALES_MANAGER",
                "launch-phases",
                Map.of("programme", "QUAY-" + mark, "name", "public", "kind", "PUBLIC_SALE", "terms", terms));
        var units = new ArrayList<UUID>();
        for (int number = 1; number <= UNITS; number++) {
            var unit = create(
                    "SALES_MANAGER",
                    "sellable-units",
                    Map.of("programme", "QUAY-" + mark, "unitNo", "A-" + number, "listPrice", money("240000.00")));
            done("SALES_MANAGER", "sellable-units", unit, "release-unit", Map.of("phaseId", phase));
            units.add(unit);
        }
        out.printf("  %d units are released for sale%n", units.size());
        return units;
    }

    private List<Payment> priced(List<UUID> units) {
        var payments = new ArrayList<Payment>();
        for (int buyer = 0; buyer < BUYERS; buyer++) {
            var unit = units.get(buyer % UNITS);
            var account = UUID.randomUUID();
            done(
                    "SALES_REP",
                    "sellable-units",
                    unit,
                    "issue-price-sheet",
                    Map.of(
                            "accountId",
                            account,
                            "consultant",
                            "Dana Quay",
                            "adjustments",
                            List.of(Map.of("label", "launch discount", "amount", money("-2000.00"))),
                            "validUntil",
                            today.plusDays(2)));
            payments.add(payment(buyer, unit, account));
        }
        units.forEach(unit -> done("SALES_MANAGER", "sellable-units", unit, "confirm-unsold", NOTHING));
        out.printf("  %d price sheets are given out, and the manager confirms that all units are unsold%n", BUYERS);
        return payments;
    }

    private Payment payment(int buyer, UUID unit, UUID account) {
        var body = new HashMap<String, Object>();
        var deposit = UUID.randomUUID();
        body.put("id", deposit);
        body.put("unitId", unit);
        body.put("accountId", account);
        body.put("consultant", "Dana Quay");
        body.put("sheet", buyer / UNITS + 1);
        body.put("kind", "EARNEST_MONEY");
        body.put("receiptNo", "%s-%d".formatted(mark, buyer + 1));
        body.put("amount", money("5000.00"));
        return new Payment(deposit, body);
    }

    /** At several desks at once. */
    private List<Paid> pay(List<Payment> payments) {
        out.printf("  all pay at %d desks at once%n", CASHIERS);
        try (var cashiers = Executors.newFixedThreadPool(CASHIERS)) {
            var desksOfAll =
                    IntStream.range(0, CASHIERS).mapToObj(_ -> desks.get()).toList();
            var queues = IntStream.range(0, CASHIERS)
                    .mapToObj(number -> cashiers.submit(() -> IntStream.range(0, payments.size())
                            .filter(buyer -> buyer % CASHIERS == number)
                            .mapToObj(buyer -> receive(desksOfAll.get(number), payments.get(buyer)))
                            .toList()))
                    .toList();
            var paid = new ArrayList<Paid>();
            for (var queue : queues) {
                paid.addAll(queue.get());
            }
            return paid;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new Failure("a desk failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private Paid receive(Desk cashier, Payment payment) {
        var answer = cashier.command("FINANCE", Services.of(contract, "deposits"), payment.body());
        boolean taken = answer.body().path("code").asString("").equals("UNIT_TAKEN");
        if (answer.status() != 201 && !taken) {
            throw new Failure("a deposit was answered %d %s".formatted(answer.status(), answer.body()));
        }
        return new Paid(payment.deposit(), !taken);
    }

    private void subscribe(UUID deposit) {
        create("FINANCE", "subscriptions", Map.of("depositId", deposit, "letterNo", "L-" + deposit));
        done(
                "SALES_REP",
                "subscriptions",
                deposit,
                "complete-letter",
                Map.of(
                        "buyer", "Robin Vale",
                        "idNumber", "P-" + mark,
                        "phone", "+49 30 5550100",
                        "address", "Harbour Street 1",
                        "method", "MORTGAGE",
                        "contractOn", today.plusDays(14),
                        "papersBy", today.plusDays(7)));
        done("SALES_MANAGER", "subscriptions", deposit, "review-letter", Map.of("approved", true));
        done("SALES_REP", "subscriptions", deposit, "sign", Map.of("agreements", List.of("house rules")));
        done(
                "SALES_REP",
                "subscriptions",
                deposit,
                "deliver-pack",
                Map.of("documents", List.of("floor plan"), "customerCopy", true));
        // Where the external system is called, it has its own reference by now.
        var entered = desk.command(
                "SALES_REP",
                Services.of(contract, "subscriptions", deposit, "record-external-entry"),
                Map.of("reference", "X-" + deposit));
        if (entered.status() != 200 && !entered.body().path("code").asString("").equals("ENTRY_ELSE")) {
            throw new Failure("the external entry was answered %d %s".formatted(entered.status(), entered.body()));
        }
        done("SALES_REP", "subscriptions", deposit, "transfer-to-site", Map.of("siteManager", "Lin Quay"));
    }

    private void refund(UUID deposit) {
        done("SALES_REP", "deposits", deposit, "record-buyer-told", Map.of("on", today));
        done("FINANCE", "deposits", deposit, "refund", Map.of("voucherNo", "V-" + deposit));
    }

    private UUID create(String role, String plural, Object body) {
        return UUID.fromString(accepted(role, Services.of(contract, plural), body)
                .body()
                .required("id")
                .asString());
    }

    private void done(String role, String plural, UUID id, String verb, Object body) {
        accepted(role, Services.of(contract, plural, id, verb), body);
    }

    private Desk.Answer accepted(String role, URI address, Object body) {
        var answer = desk.command(role, address, body);
        if (answer.status() >= 300) {
            throw new Failure("%s was answered %d %s".formatted(address, answer.status(), answer.body()));
        }
        return answer;
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", CURRENCY);
    }
}
