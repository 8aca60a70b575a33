package io.milepost.contracts;

import io.milepost.contracts.deposit.Deposit.*;
import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.kernel.MoneyKind;
import io.milepost.contracts.launchphase.LaunchPhase.*;
import io.milepost.contracts.sellableunit.SellableUnit.*;
import io.milepost.platform.catalogue.Role;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import io.milepost.platform.testkit.SuiteClient;
import io.milepost.platform.testkit.SuiteParts;
import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For every command on phases, units and deposits a situation in which it is accepted, made over HTTP, and some in which it is refused. */
final class UnitSituations {
    static final Money DEPOSIT = Money.of("1000.00", "USD");
    static final Money HOLD = Money.of("200.00", "USD");
    static final DepositTerms PUBLIC = terms(null, null);
    private static final Money PRICE = Money.of("90000.00", "USD");
    private static final UUID BUYER = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    private UnitSituations() {}

    static DepositTerms terms(@Nullable Money hold, @Nullable LocalDate topUpBy) {
        return new DepositTerms(
                DEPOSIT,
                hold,
                topUpBy,
                0,
                new BigDecimal("20"),
                new BigDecimal("10"),
                null,
                0,
                List.of("house rules"),
                List.of("floor plan"));
    }

    private static OpenLaunchPhase phase(String programme, PhaseKind kind, DepositTerms terms) {
        return new OpenLaunchPhase(programme, "first", kind, null, terms);
    }

    private static String programme() {
        return "P-" + UUID.randomUUID();
    }

    /** A unit that is on sale on these terms. */
    static UUID released(SuiteClient client, PhaseKind kind, DepositTerms terms) {
        var programme = programme();
        var phase = client.create(phase(programme, kind, terms));
        var unit = client.create(new AddUnit(programme, "A-1", PRICE));
        client.accept(unit, new ReleaseUnit(phase, null));
        return unit;
    }

    static UUID released(SuiteClient client) {
        return released(client, PhaseKind.PUBLIC_SALE, PUBLIC);
    }

    static IssuePriceSheet sheet(UUID account) {
        return new IssuePriceSheet(
                account, "kim", List.of(), LocalDate.now(ZoneOffset.UTC).plusDays(30));
    }

    static RecordDeposit deposit(UUID unit, UUID account, int sheet, Money amount) {
        return new RecordDeposit(
                unit,
                account,
                "kim",
                sheet,
                MoneyKind.EARNEST_MONEY,
                "R-" + UUID.randomUUID(),
                amount,
                null,
                "Canary Payer");
    }

    /** The deposit of a buyer who has a price sheet of a unit that is on sale. */
    static RecordDeposit first(SuiteClient client) {
        var unit = released(client);
        client.accept(unit, sheet(BUYER));
        return deposit(unit, BUYER, 1, DEPOSIT);
    }

    static UUID paid(SuiteClient client) {
        return client.create(first(client));
    }

    static UUID paid(SuiteClient client, String consultant) {
        var like = first(client);
        return client.create(new RecordDeposit(
                like.unitId(),
                like.accountId(),
                consultant,
                like.sheet(),
                like.kind(),
                like.receiptNo(),
                like.amount(),
                null,
                null));
    }

    static UUID held(SuiteClient client, LocalDate topUpBy) {
        var unit = released(client, PhaseKind.PRE_SALE, terms(HOLD, topUpBy));
        client.accept(unit, sheet(BUYER));
        return client.create(deposit(unit, BUYER, 1, HOLD));
    }

    private static UUID held(SuiteClient client) {
        return held(client, LocalDate.now(ZoneOffset.UTC).plusDays(60));
    }

    /** A hold of which the days have passed. */
    static UUID heldLongAgo(SuiteClient client) {
        var then = Instant.parse("2017-03-01T10:00:00Z");
        var programme = programme();
        var phase = asOf(
                client, null, phase(programme, PhaseKind.PRE_SALE, terms(HOLD, LocalDate.parse("2017-03-05"))), then);
        var unit = asOf(client, null, new AddUnit(programme, "A-1", PRICE), then);
        asOf(client, unit, new ReleaseUnit(phase, null), then);
        asOf(client, unit, new IssuePriceSheet(BUYER, "kim", List.of(), LocalDate.parse("2017-03-05")), then);
        return asOf(client, null, deposit(unit, BUYER, 1, HOLD), then);
    }

    private static UUID asOf(SuiteClient client, @Nullable UUID id, Record command, Instant then) {
        var answer = client.sendAsOf(id, command, then);
        if (answer.status() > 201) {
            throw new AssertionError("%s was answered %s".formatted(command, answer));
        }
        return id == null ? UUID.fromString(answer.json().path("id").asString()) : id;
    }

    /** The id under which a deposit on a unit that another one has taken was rejected. */
    static UUID rejected(SuiteClient client) {
        var late = first(client);
        client.create(deposit(late.unitId(), BUYER, 1, DEPOSIT));
        var id = UUID.randomUUID();
        var answer = client.sendNew(id, late);
        if (answer.status() != 409) {
            throw new AssertionError("%s was answered %s".formatted(late, answer));
        }
        return id;
    }

    private static UUID cancelled(SuiteClient client) {
        var deposit = paid(client);
        var token = SuiteParts.shared().issuer().tokenFor("may", Role.SALES_MANAGER);
        var answer = client.send(
                deposit, new CancelDeposit(Side.BUYER, "no loan"), Map.of("Authorization", "Bearer " + token));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return deposit;
    }

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(
                        OpenLaunchPhase.class,
                        client -> new Situation(null, phase(programme(), PhaseKind.PUBLIC_SALE, PUBLIC)))
                .accepted(
                        ReviseTerms.class,
                        client -> new Situation(
                                client.create(phase(programme(), PhaseKind.PRE_SALE, PUBLIC)),
                                new ReviseTerms(terms(HOLD, LocalDate.now(ZoneOffset.UTC)), "slow")))
                .accepted(
                        CloseLaunchPhase.class,
                        client -> new Situation(
                                client.create(phase(programme(), PhaseKind.PRE_SALE, PUBLIC)), new CloseLaunchPhase()))
                .accepted(AddUnit.class, client -> new Situation(null, new AddUnit(programme(), "A-1", PRICE)))
                .accepted(ReleaseUnit.class, client -> {
                    var programme = programme();
                    var phase = client.create(phase(programme, PhaseKind.PUBLIC_SALE, PUBLIC));
                    return new Situation(
                            client.create(new AddUnit(programme, "A-1", PRICE)), new ReleaseUnit(phase, null));
                })
                .accepted(IssuePriceSheet.class, client -> new Situation(released(client), sheet(BUYER)))
                .accepted(ConfirmUnsold.class, client -> new Situation(released(client), new ConfirmUnsold()))
                .accepted(WithdrawUnit.class, client -> new Situation(released(client), new WithdrawUnit("show flat")))
                .accepted(RecordDeposit.class, client -> new Situation(null, first(client)))
                .accepted(
                        TopUpDeposit.class,
                        client -> new Situation(held(client), new TopUpDeposit("R-" + UUID.randomUUID(), HOLD, null)))
                .accepted(
                        RecordBuyerTold.class,
                        client -> new Situation(rejected(client), new RecordBuyerTold(LocalDate.now(ZoneOffset.UTC))))
                .accepted(
                        CancelDeposit.class,
                        client -> new Situation(paid(client), new CancelDeposit(Side.BUYER, "no loan")))
                .accepted(
                        ForfeitDeposit.class,
                        client -> new Situation(
                                cancelled(client), new ForfeitDeposit(Money.of("100.00", "USD"), "advertised again")))
                .accepted(
                        RefundDeposit.class,
                        client -> new Situation(cancelled(client), new RefundDeposit("V-" + UUID.randomUUID(), null)))
                .refused("PHASE_CLOSED", client -> {
                    var phase = client.create(phase(programme(), PhaseKind.PRE_SALE, PUBLIC));
                    client.accept(phase, new CloseLaunchPhase());
                    return new Situation(phase, new ReviseTerms(PUBLIC, "slow"));
                })
                .refused("UNIT_NO_TAKEN", client -> {
                    var programme = programme();
                    client.create(new AddUnit(programme, "A-1", PRICE));
                    return new Situation(null, new AddUnit(programme, "a-1", PRICE));
                })
                .refused("UNIT_TAKEN", client -> {
                    var deposit = first(client);
                    client.create(deposit);
                    return new Situation(deposit.unitId(), sheet(BUYER));
                })
                .refused("RECEIPT_NO_TAKEN", client -> {
                    var deposit = first(client);
                    client.create(deposit);
                    return new Situation(null, deposit);
                })
                .refused("DEPOSIT_KEPT", client -> new Situation(paid(client), new RefundDeposit("V-1", null)));
    }
}
