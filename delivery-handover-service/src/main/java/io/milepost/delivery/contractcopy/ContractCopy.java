package io.milepost.delivery.contractcopy;

import static io.milepost.platform.decision.Decision.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One signed contract as delivery has to know it. Its facts come from several streams, in any order: the amendment with the highest number
 * says what it is worth, and what its standard is where it says that.
 *
 * @param value what it is worth; null while only payments are known
 * @param standard what it says about quality; null where it states none, or did not tell
 * @param receipts what came in, by the number of the receipt; what went out again is below zero
 * @param reversed numbers of receipts whose money went back
 * @param missed numbers of the instalments that were due at signature, were not paid in time, and hold the work (gate G15)
 */
public record ContractCopy(
        @Nullable Said<Money> value,
        @Nullable Said<String> standard,
        Map<String, Money> receipts,
        Set<String> reversed,
        Set<Integer> missed) {
    static final Decider<ContractCopy, Command, Event> DECIDER =
            new Decider<>(ContractCopy::decide, ContractCopy::begin, ContractCopy::evolve);
    private static final ContractCopy NOTHING = new ContractCopy(null, null, Map.of(), Set.of(), Set.of());

    /** What automations note of a contract. */
    public sealed interface Command {}

    /**
     * What a signature or an amendment says.
     *
     * @param amendment its number; 0 for what was signed first
     * @param qualityStandard absent where it says nothing of it
     */
    public record NoteTerms(
            int amendment, Money value, @Nullable String qualityStandard) implements Command {}

    public record NoteReceipt(String receiptNo, Money amount) implements Command {}

    /** The money of a receipt went back. */
    public record NoteReversal(String receiptNo) implements Command {}

    /** Work waits for this advance; its owner is told. */
    public record NoteHold(int instalment, String owner) implements Command {}

    /** Work does not wait for it any more. */
    public record NoteRelease(int instalment) implements Command {}

    public sealed interface Event {}

    public record TermsNoted(
            int amendment, Money value, @Nullable String qualityStandard) implements Event {}

    public record ReceiptNoted(String receiptNo, Money amount) implements Event {}

    public record ReversalNoted(String receiptNo) implements Event {}

    public record HoldNoted(int instalment, String owner) implements Event {}

    public record ReleaseNoted(int instalment) implements Event {}

    /** What was said last, and by which amendment. */
    public record Said<T>(T what, int by) {}

    public ContractCopy {
        receipts = Map.copyOf(receipts);
        reversed = Set.copyOf(reversed);
        missed = Set.copyOf(missed);
    }

    boolean isHeld() {
        return !missed.isEmpty();
    }

    /** All that came in and stayed, in the currency of the contract. */
    Money received() {
        var none = Money.zero(worth().currency());
        return receipts.entrySet().stream()
                .filter(receipt -> !reversed.contains(receipt.getKey()))
                .map(Map.Entry::getValue)
                .filter(amount -> amount.currency().equals(none.currency()))
                .reduce(none, Money::plus);
    }

    private Money worth() {
        if (value == null) {
            throw new IllegalStateException("nobody has said yet what the contract is worth");
        }
        return value.what();
    }

    static Decision<Event> note(Command command, Occasion occasion) {
        return decide(NOTHING, command, occasion);
    }

    static Decision<Event> decide(ContractCopy copy, Command command, Occasion occasion) {
        var event = noted(command);
        return evolve(copy, event).equals(copy) ? unchanged() : accepted(event);
    }

    private static Event noted(Command command) {
        return switch (command) {
            case NoteTerms(var amendment, var value, var standard) -> new TermsNoted(amendment, value, standard);
            case NoteReceipt(var number, var amount) -> new ReceiptNoted(number, amount);
            case NoteReversal(var number) -> new ReversalNoted(number);
            case NoteHold(var instalment, var owner) -> new HoldNoted(instalment, owner);
            case NoteRelease(var instalment) -> new ReleaseNoted(instalment);
        };
    }

    static ContractCopy begin(Event first) {
        return evolve(NOTHING, first);
    }

    static ContractCopy evolve(ContractCopy copy, Event event) {
        return switch (event) {
            case TermsNoted(var amendment, var value, var standard) ->
                new ContractCopy(
                        later(copy.value, value, amendment),
                        later(copy.standard, standard, amendment),
                        copy.receipts,
                        copy.reversed,
                        copy.missed);
            case ReceiptNoted(var number, var amount) -> {
                var receipts = new HashMap<>(copy.receipts);
                receipts.putIfAbsent(number, amount);
                yield new ContractCopy(copy.value, copy.standard, receipts, copy.reversed, copy.missed);
            }
            case ReversalNoted(var number) -> {
                var reversed = new HashSet<>(copy.reversed);
                reversed.add(number);
                yield new ContractCopy(copy.value, copy.standard, copy.receipts, reversed, copy.missed);
            }
            case HoldNoted(var instalment, var _) -> {
                var missed = new HashSet<>(copy.missed);
                missed.add(instalment);
                yield new ContractCopy(copy.value, copy.standard, copy.receipts, copy.reversed, missed);
            }
            case ReleaseNoted(var instalment) -> {
                var missed = new HashSet<>(copy.missed);
                missed.remove(instalment);
                yield new ContractCopy(copy.value, copy.standard, copy.receipts, copy.reversed, missed);
            }
        };
    }

    private static <T> @Nullable Said<T> later(@Nullable Said<T> before, @Nullable T what, int by) {
        return what == null || (before != null && before.by() >= by) ? before : new Said<>(what, by);
    }
}
