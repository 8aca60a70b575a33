package io.milepost.delivery.deviation;

import static io.milepost.delivery.deviation.Deviation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.decision.Usual.CURRENCIES_MIXED;

import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivery does not go as planned in time, cost, quality or risk, and what is done about it until it is corrected.
 *
 * @param dueOn the last day for the correction
 * @param overdue whether that day ended without it
 * @param corrected null until then
 */
public record Deviation(
        DeviationFound found,
        LocalDate dueOn,
        boolean overdue,
        @Nullable DeviationCorrected corrected) {
    static final Decider<Deviation, Command, Event> DECIDER =
            new Decider<>(Deviation::decide, Deviation::begin, Deviation::evolve);

    /**
     * Records a deviation with its correction.
     *
     * @param what is not as planned; may not contain personal data
     * @param planned cost that was planned, of a deviation of cost alone, as is {@code actual}
     * @param correction what is done about it
     * @param owner code of the member who sees to it
     */
    public record RecordDeviation(
            UUID contractId,
            Dimension dimension,
            @Limit(Limit.NOTE) String what,
            @Nullable Money planned,
            @Nullable Money actual,
            @Limit(Limit.NOTE) String correction,
            String owner,
            LocalDate dueOn) {}

    public sealed interface Command {}

    /** Does something else about it, by another day. */
    public record ReviseCorrection(@Limit(Limit.NOTE) String correction, LocalDate dueOn) implements Command {}

    /** Another member sees to it. */
    public record AssignCorrection(String owner) implements Command {}

    public record CloseDeviation(@Limit(Limit.NOTE) String result) implements Command {}

    /** Sent by the timer alone, when the last day has ended. */
    public record MarkCorrectionOverdue(LocalDate dueOn) implements Command {}

    /** In what a delivery is watched. */
    public enum Dimension {
        TIME,
        COST,
        QUALITY,
        RISK
    }

    public sealed interface Event {
        UUID contractId();
    }

    public record DeviationFound(
            UUID contractId,
            Dimension dimension,
            String what,
            @Nullable Money planned,
            @Nullable Money actual,
            String correction,
            String owner,
            LocalDate dueOn,
            LocalDate foundOn)
            implements Event {}

    public record CorrectionRevised(UUID contractId, String correction, LocalDate dueOn) implements Event {}

    public record CorrectionAssigned(UUID contractId, String owner) implements Event {}

    public record DeviationCorrected(UUID contractId, String result, LocalDate on, String by) implements Event {}

    public record CorrectionOverdue(UUID contractId, String owner, LocalDate dueOn) implements Event {}

    public enum No implements Refusal {
        CONTRACT_UNKNOWN(state("no signed contract has this id")),
        DEVIATION_CORRECTED(state("the deviation is corrected, with another result")),
        COST_MISSING(rule("a deviation of cost says what was planned and what it costs")),
        NO_COST_DEVIATION(rule("only a deviation of cost has amounts")),
        DUE_IN_PAST(rule("a correction is due on a day to come"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> record(RecordDeviation record, Occasion occasion) {
        var planned = record.planned();
        var actual = record.actual();
        boolean stated = planned != null && actual != null;
        return check().that(occasion.read(SoldContract.class).isPresent(), "/contractId", CONTRACT_UNKNOWN)
                .text("/what", record.what())
                .that(record.dimension() != Dimension.COST || stated, "/actual", COST_MISSING)
                .that(
                        record.dimension() == Dimension.COST || (planned == null && actual == null),
                        "/actual",
                        NO_COST_DEVIATION)
                .notNegative("/planned", planned)
                .notNegative("/actual", actual)
                .that(
                        planned == null || actual == null || planned.currency().equals(actual.currency()),
                        "/actual/currency",
                        CURRENCIES_MIXED)
                .text("/correction", record.correction())
                .owner("/owner", record.owner())
                .that(!record.dueOn().isBefore(occasion.today()), "/dueOn", DUE_IN_PAST)
                .within(NEAR, "/dueOn", record.dueOn(), occasion.today())
                .accept(() -> new DeviationFound(
                        record.contractId(),
                        record.dimension(),
                        record.what(),
                        planned,
                        actual,
                        record.correction(),
                        record.owner(),
                        record.dueOn(),
                        occasion.today()));
    }

    static Decision<Event> decide(Deviation deviation, Command command, Occasion occasion) {
        var contract = deviation.found.contractId();
        var done = deviation.corrected;
        return switch (command) {
            case ReviseCorrection(var correction, var dueOn) ->
                done == null && correction.equals(deviation.found.correction()) && dueOn.equals(deviation.dueOn)
                        ? unchanged()
                        : check().that(done == null, DEVIATION_CORRECTED)
                                .text("/correction", correction)
                                .that(!dueOn.isBefore(occasion.today()), "/dueOn", DUE_IN_PAST)
                                .within(NEAR, "/dueOn", dueOn, occasion.today())
                                .accept(() -> new CorrectionRevised(contract, correction, dueOn));
            case AssignCorrection(var owner) ->
                done == null && Codes.same(owner, deviation.found.owner())
                        ? unchanged()
                        : check().that(done == null, DEVIATION_CORRECTED)
                                .owner("/owner", owner)
                                .accept(() -> new CorrectionAssigned(contract, owner));
            case CloseDeviation(var result) ->
                done == null
                        ? check().text("/result", result)
                                .accept(() -> new DeviationCorrected(
                                        contract,
                                        result,
                                        occasion.today(),
                                        occasion.who().name()))
                        : done.result().equals(result) ? unchanged() : refused(DEVIATION_CORRECTED);
            case MarkCorrectionOverdue(var dueOn) ->
                deviation.awaits(dueOn) && occasion.today().isAfter(dueOn)
                        ? accepted(new CorrectionOverdue(contract, deviation.found.owner(), dueOn))
                        : unchanged();
        };
    }

    static Deviation begin(Event first) {
        var found = (DeviationFound) first;
        return new Deviation(found, found.dueOn(), false, null);
    }

    static Deviation evolve(Deviation deviation, Event event) {
        return switch (event) {
            case DeviationFound _ -> deviation;
            case CorrectionRevised(var _, var correction, var dueOn) ->
                new Deviation(deviation.corrected(correction, deviation.found.owner()), dueOn, false, null);
            case CorrectionAssigned(var _, var owner) ->
                new Deviation(
                        deviation.corrected(deviation.found.correction(), owner),
                        deviation.dueOn,
                        deviation.overdue,
                        null);
            case CorrectionOverdue _ -> new Deviation(deviation.found, deviation.dueOn, true, null);
            case DeviationCorrected done -> new Deviation(deviation.found, deviation.dueOn, deviation.overdue, done);
        };
    }

    /** Whether this is its last day, and still counts. */
    boolean awaits(LocalDate day) {
        return corrected == null && !overdue && day.equals(dueOn);
    }

    private DeviationFound corrected(String correction, String owner) {
        return new DeviationFound(
                found.contractId(),
                found.dimension(),
                found.what(),
                found.planned(),
                found.actual(),
                correction,
                owner,
                found.dueOn(),
                found.foundOn());
    }
}
