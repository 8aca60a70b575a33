package io.milepost.contracts.automation;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.contract.ContractEvent.ContractSigned;
import io.milepost.contracts.deposit.Deposit;
import io.milepost.contracts.deposit.Deposit.ConvertDeposit;
import io.milepost.contracts.deposit.Deposit.EndUnsigned;
import io.milepost.contracts.deposit.Deposit.NoteSchedule;
import io.milepost.contracts.deposit.DepositEvent.DepositConverted;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.RecordReceipt;
import io.milepost.contracts.sellableunit.SellableUnit.NoteFree;
import io.milepost.contracts.sellableunit.SellableUnit.NoteTaken;
import io.milepost.contracts.sellableunit.SellableUnit.Taken;
import io.milepost.contracts.subscription.Subscription.ConvertSubscription;
import io.milepost.contracts.subscription.Subscription.EndSubscription;
import io.milepost.platform.command.Outcome;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Delivery;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.json.Json;
import io.milepost.platform.testkit.ProducerSamples;
import io.milepost.platform.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What follows among unit, deposit, subscription, contract and payments of one sale. */
class UnitSaleAutomationsTest {
    @Test
    @DisplayName(
            "R-101, R-118, R-119: the unit shows what its deposit has become; a part that is topped up in part changes nothing")
    void the_unit_follows_its_deposit() {
        theUnit(WhenDepositMovesThenUnitFollows.PAID, sale -> new NoteTaken(sale, Taken.DEPOSIT_TAKEN));
        theUnit(WhenDepositMovesThenUnitFollows.PARTLY_PAID, sale -> new NoteTaken(sale, Taken.HELD));
        theUnit(WhenDepositMovesThenUnitFollows.EXPIRED, sale -> new NoteFree(sale, "HOLD_EXPIRED"));
        theUnit(WhenDepositMovesThenUnitFollows.LEFT_UNSIGNED, sale -> new NoteFree(sale, "LEFT_UNSIGNED"));
        theUnit(WhenDepositMovesThenUnitFollows.CONVERTED, sale -> new NoteTaken(sale, Taken.SOLD));
        theUnit(WhenSaleMovesThenOthersFollow.SUBSCRIBED, sale -> new NoteTaken(sale, Taken.SUBSCRIBED));
        var cancelled = told(WhenDepositMovesThenUnitFollows.CANCELLED);
        assertThat(reaction(WhenDepositMovesThenUnitFollows.CANCELLED, cancelled))
                .contains(new Reaction.Command(
                        unit(cancelled),
                        new NoteFree(
                                cancelled.subject(),
                                "CANCELLED_BY_"
                                        + Json.mapper()
                                                .readTree(cancelled.data())
                                                .path("by")
                                                .asString())));
        var part = told(WhenDepositMovesThenUnitFollows.TOPPED_UP);
        assertThat(reaction(WhenDepositMovesThenUnitFollows.TOPPED_UP, part)).isEmpty();
        var json = (ObjectNode) Json.mapper().readTree(part.data());
        ((ObjectNode) json.required("open")).put("amount", "0.00");
        var all = ProducerSamples.event("contract", part.type(), json.toString());
        assertThat(reaction(WhenDepositMovesThenUnitFollows.TOPPED_UP, all))
                .contains(new Reaction.Command(unit(all), new NoteTaken(all.subject(), Taken.DEPOSIT_TAKEN)));
    }

    private static <T> void theUnit(Automation<T> automation, Function<UUID, Record> command) {
        var event = told(automation);
        follows(automation, event, unit(event), command.apply(event.subject()));
    }

    private static UUID unit(Inbound event) {
        return UUID.fromString(
                Json.mapper().readTree(event.data()).required("unitId").asString());
    }

    @Test
    @DisplayName(
            "R-119: the signed contract of a sale converts its deposit, which counts as received once payments are planned")
    void the_contract_converts_the_deposit() {
        var signed = told(WhenSaleMovesThenOthersFollow.CONTRACT_SIGNED);
        var on = signed.as(ContractSigned.class).signedOn();
        theSale(WhenSaleMovesThenOthersFollow.CONTRACT_SIGNED, signed, new ConvertDeposit(signed.subject(), on));
        theSale(
                WhenSaleMovesThenOthersFollow.PAYMENTS_PLANNED,
                told(WhenSaleMovesThenOthersFollow.PAYMENTS_PLANNED),
                new NoteSchedule());
        var converted = told(WhenSaleMovesThenOthersFollow.CONVERTED);
        var contract = converted.as(DepositConverted.class).contractId();
        theSale(WhenSaleMovesThenOthersFollow.CONVERTED, converted, new ConvertSubscription(contract));
        var credited = ProducerSamples.event(
                "contract", WhenSaleMovesThenOthersFollow.CREDITED.type(), """
                {"unitId": "%s", "contractId": "%s", "payments": [
                  {"receiptNo": "R-1", "amount": {"amount": "200.00", "currency": "USD"}, "paidOn": "2026-03-01"},
                  {"receiptNo": "R-2", "amount": {"amount": "800.00", "currency": "USD"}, "paidOn": "2026-03-02"}]}
                """.formatted(contract, contract));
        theSale(
                WhenSaleMovesThenOthersFollow.CREDITED,
                credited,
                new RecordReceipt("DEPOSIT R-1", Money.of("1000.00", "USD"), null, null));
    }

    @Test
    @DisplayName("R-118: deposit and subscription of a sale end together")
    void deposit_and_subscription_end_together() {
        theSale(
                WhenSaleMovesThenOthersFollow.CANCELLED,
                told(WhenSaleMovesThenOthersFollow.CANCELLED),
                new EndSubscription());
        theSale(WhenSaleMovesThenOthersFollow.EXPIRED, told(WhenSaleMovesThenOthersFollow.EXPIRED), new EndUnsigned());
    }

    private static <T> void theSale(Automation<T> automation, Inbound event, Record command) {
        follows(automation, event, event.subject(), command);
    }

    @Test
    @DisplayName(
            "R-119: a contract that is of no unit has no deposit, and nothing follows; a deposit that was given up is parked")
    void what_is_not_there_ends_the_story_and_what_was_given_up_is_parked() {
        for (var automation : List.of(
                WhenSaleMovesThenOthersFollow.CONTRACT_SIGNED,
                WhenSaleMovesThenOthersFollow.PAYMENTS_PLANNED,
                WhenSaleMovesThenOthersFollow.CONVERTED,
                WhenSaleMovesThenOthersFollow.CANCELLED,
                WhenSaleMovesThenOthersFollow.EXPIRED)) {
            assertThat(parked(automation, new Outcome.Unknown(ProducerSamples.SUBJECT)))
                    .as(automation.name())
                    .isNull();
        }
        assertThat(parked(WhenDepositMovesThenUnitFollows.PAID, new Outcome.Unknown(ProducerSamples.SUBJECT)))
                .as("control: a unit is always there")
                .isEqualTo("UNKNOWN_TARGET");
        var ended = new Outcome.Refused(
                ProducerSamples.SUBJECT,
                Deposit.No.DEPOSIT_ENDED.name(),
                Refusal.Kind.STATE,
                "",
                null,
                1,
                List.of(),
                false);
        assertThat(parked(WhenSaleMovesThenOthersFollow.CONTRACT_SIGNED, ended)).isEqualTo("DEPOSIT_ENDED");
    }

    private static @Nullable String parked(Automation<?> automation, Outcome outcome) {
        return Delivery.deliver(told(automation), automation, _ -> CompletableFuture.completedFuture(outcome));
    }

    private static <T> void follows(Automation<T> automation, Inbound event, UUID target, Record command) {
        assertThat(reaction(automation, event))
                .as("%s", automation.name())
                .contains(new Reaction.Command(target, command));
        var ids = new ArrayList<String>();
        for (int time = 0; time < 2; time++) {
            assertThat(Delivery.deliver(event, automation, request -> {
                        ids.add(request.requestId());
                        return CompletableFuture.completedFuture(new Outcome.Unchanged(target, 1));
                    }))
                    .isNull();
        }
        assertThat(ids).as("told twice it is one request").hasSize(2);
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    private static <T> Optional<Reaction.Command> reaction(Automation<T> automation, Inbound event) {
        return automation.reaction().to(event, event.as(automation.data()));
    }

    /** As it was published. */
    private static Inbound told(Automation<?> automation) {
        var aggregate = automation.type().substring(0, automation.type().indexOf('.'));
        return ProducerSamples.of("contract", aggregate, automation.type()).getFirst();
    }
}
