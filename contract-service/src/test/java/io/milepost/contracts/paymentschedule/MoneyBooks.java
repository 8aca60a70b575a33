package io.milepost.contracts.paymentschedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.milepost.contracts.kernel.Trigger;
import io.milepost.contracts.paymentschedule.PaymentSchedule.OtherPayments;
import io.milepost.contracts.paymentschedule.PaymentScheduleCommand.*;
import io.milepost.contracts.paymentschedule.PaymentScheduleEvent.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Six contracts of two accounts, what finance does to them in a year, and three books of the same money that have to agree: the bank by the
 * commands, the bookkeeper by the events, and the schedules.
 */
final class MoneyBooks {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Money NOTHING = Money.zero(USD);
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    private static final Who SPONSOR = new Who("sponsor", null, true, Set.of("SPONSOR"));

    private final Random random;
    private final Map<String, Integer> happened;
    private final List<UUID> contracts = new ArrayList<>();
    private final Map<UUID, PaymentSchedule> schedules = new HashMap<>();

    /** What the events of a contract say of its money. */
    private final Map<UUID, Bookkeeper> log = new HashMap<>();

    /** What becomes of an event before anybody hears of it, and before a schedule does. */
    private final Faults faults;

    /** What the commands that were accepted brought to the bank. */
    private Money bank = NOTHING;

    private LocalDate today = NEW_YEAR;
    private int numbers;

    /** Everything that happened, in its order. */
    private final List<Told> told = new ArrayList<>();

    /** An event of a contract's payments, and its day. */
    record Told(UUID contract, LocalDate on, PaymentScheduleEvent event) {}

    /** What goes wrong; nothing in a year that is to balance. */
    record Faults(UnaryOperator<List<PaymentScheduleEvent>> said, UnaryOperator<List<PaymentScheduleEvent>> heard) {
        static final Faults NONE = new Faults(UnaryOperator.identity(), UnaryOperator.identity());
    }

    MoneyBooks(long seed, Map<String, Integer> happened) {
        this(seed, happened, Faults.NONE);
    }

    MoneyBooks(long seed, Map<String, Integer> happened, Faults faults) {
        this.random = new Random(seed);
        this.happened = happened;
        this.faults = faults;
        for (int i = 0; i < 6; i++) {
            var id = new UUID(seed, i);
            contracts.add(id);
            var planned = planned(id, new UUID(9, i % 2));
            log.put(id, new Bookkeeper(planned));
            schedules.put(id, Evolution.begin(planned));
            told.add(new Told(id, NEW_YEAR, planned));
        }
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    Map<UUID, PaymentSchedule> schedules() {
        return Map.copyOf(schedules);
    }

    private PaymentScheduleSet planned(UUID id, UUID account) {
        var parts = new ArrayList<Instalment>();
        for (int number = 1; number <= 3; number++) {
            var day = NEW_YEAR.plusDays(random.nextInt(360));
            parts.add(new Instalment(number, "part", amount(500_000), Trigger.DATE, day, null, null));
        }
        var value = parts.stream().map(Instalment::amount).reduce(NOTHING, Money::plus);
        return new PaymentScheduleSet(id, id, account, "kim", value, parts, NEW_YEAR, null);
    }

    void year() {
        year(3);
    }

    /** With so many things that finance tries each day. */
    void year(int attempts) {
        for (; today.getYear() == NEW_YEAR.getYear(); today = today.plusDays(1)) {
            contracts.forEach(id -> send(id, new FireTrigger(Trigger.DATE, null, today)));
            for (int i = 0; i < attempts; i++) {
                var id = contracts.get(random.nextInt(contracts.size()));
                var command = command(id, schedules.get(id));
                var brought = brought(id, command);
                if (send(id, command)) {
                    bank = bank.plus(brought);
                    balanced(schedules.get(id));
                }
            }
            agree();
        }
    }

    private PaymentScheduleCommand command(UUID id, PaymentSchedule schedule) {
        var receipts = schedule.ledger().receipts();
        var receipt = receipts.isEmpty()
                ? "none"
                : receipts.get(random.nextInt(receipts.size())).receiptNo();
        int number = 1 + random.nextInt(schedule.ledger().receivables().size());
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new RecordReceipt(next(), amount(400_000), null, number);
            case 3, 4 -> new RecordReceipt(next(), amount(200_000), null, null);
            case 5, 6, 7 -> new MatchReceipt(receipt, number);
            case 8 -> new ReverseReceipt(receipt, "bounced");
            case 9, 10 -> new RefundSurplus(receipt, next(), some(schedule, receipt), "paid twice");
            case 11, 12 -> new MoveSurplus(receipt, next(), some(schedule, receipt), any(), "another contract");
            case 13, 14 -> new IssueInvoice(number, next(), null, null);
            case 15, 16 -> new IssueCreditNote(number, next(), amount(80_000), "complaint", null);
            case 17 -> new WriteOffInstalment(number, random.nextBoolean() ? null : amount(20_000), "insolvent");
            case 18 -> new WithdrawWriteOff(number, "it came");
            default -> amendment(id, schedule);
        };
    }

    private PaymentScheduleCommand amendment(UUID id, PaymentSchedule schedule) {
        var change = amount(150_000);
        return new RebaselinePayments(
                id,
                schedule.amendments().size() + 1,
                random.nextBoolean() ? change : change.negated(),
                today,
                null,
                null,
                null,
                null);
    }

    private Money some(PaymentSchedule schedule, String receiptNo) {
        var left = schedule.ledger().receipt(receiptNo).map(Receipt::unmatched).orElse(NOTHING);
        return random.nextInt(3) > 0 && left.isPositive() ? left : amount(50_000);
    }

    private UUID any() {
        return contracts.get(random.nextInt(contracts.size()));
    }

    private String next() {
        return "N-" + ++numbers;
    }

    private Money amount(int cents) {
        return Money.ofMinor(1 + random.nextInt(cents), USD);
    }

    /** By the command alone, and the amount of the receipt that it names. */
    private Money brought(UUID id, PaymentScheduleCommand command) {
        return switch (command) {
            case RecordReceipt receipt -> receipt.amount();
            case RefundSurplus refund -> refund.amount().negated();
            case ReverseReceipt reverse -> {
                var receipt =
                        schedules.get(id).ledger().receipt(reverse.receiptNo()).orElse(null);
                yield receipt == null || receipt.from() != null
                        ? NOTHING
                        : receipt.amount().negated();
            }
            default -> NOTHING;
        };
    }

    private boolean send(UUID id, PaymentScheduleCommand command) {
        if (!(PaymentSchedule.decide(schedules.get(id), command, occasion(id, command))
                        instanceof Decision.Accepted<PaymentScheduleEvent>(var events))
                || events.isEmpty()) {
            return false;
        }
        var said = faults.said().apply(events);
        said.forEach(event -> {
            told.add(new Told(id, today, event));
            log.get(id).enter(event);
            happened.merge(event.getClass().getSimpleName(), 1, Integer::sum);
        });
        faults.heard().apply(said).forEach(event -> schedules.put(id, Evolution.evolve(schedules.get(id), event)));
        events.forEach(event -> follow(id, event));
        return true;
    }

    private Occasion occasion(UUID id, PaymentScheduleCommand command) {
        var reads = new HashMap<Class<?>, Record>();
        if (command instanceof MoveSurplus move && !move.toContractId().equals(id)) {
            var other = schedules.get(move.toContractId());
            reads.put(OtherPayments.class, new OtherPayments(other.plan().accountId(), other.value()));
        }
        var now = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Occasion(id, now, today, SPONSOR, Map.of(), Map.of(), reads);
    }

    /** As the automations do. */
    private void follow(UUID id, PaymentScheduleEvent event) {
        switch (event) {
            case PaymentMovedOut moved ->
                send(
                        moved.toContractId(),
                        new TakeOverSurplus(moved.transferNo(), moved.amount(), moved.receivedOn(), id));
            case PaymentMoveReturned returned ->
                send(returned.fromContractId(), new RestoreSurplus(returned.transferNo()));
            default -> {}
        }
    }

    private void agree() {
        var inAll = NOTHING;
        for (var id : contracts) {
            var there = balanced(schedules.get(id));
            log.get(id).agreesWith(schedules.get(id));
            inAll = inAll.plus(there);
        }
        assertThat(inAll).as("bank and schedules").isEqualTo(bank);
    }

    /** What is there of a contract, whose instalments have to add up to its value, each paid by the receipts that say so. */
    private static Money balanced(PaymentSchedule schedule) {
        var ledger = schedule.ledger();
        assertThat(schedule.sum(part -> part.instalment().amount())).isEqualTo(schedule.value());
        for (var part : ledger.receivables()) {
            var amounts = List.of(
                    part.paid(),
                    part.open(),
                    part.givenUp().credited(),
                    part.givenUp().writtenOff());
            assertThat(amounts).as("of %s", part).noneMatch(Money::isNegative);
            assertThat(ledger.receipts().stream()
                            .map(receipt -> receipt.paidOf(part.number(), USD))
                            .reduce(NOTHING, Money::plus))
                    .as("shares in %s", part)
                    .isEqualTo(part.paid());
        }
        assertThat(ledger.receipts()).noneMatch(receipt -> receipt.unmatched().isNegative());
        var view = PaymentScheduleView.of(schedule);
        return view.paid().plus(view.unmatched());
    }
}
