package io.milepost.delivery.careprogramme;

import static io.milepost.delivery.careprogramme.CareProgramme.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.careprogramme.CareProgrammeEvent.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Recurrence;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How customers are kept: news of products, events, regular contact. In each period something has to be done for all whom it is
 * for; whom it did not reach by the end of the period is on record.
 *
 * @param accounts whom it is for
 * @param through the last due day that it is done with, or the day before the first
 * @param activities in the order in which they were recorded
 * @param missed due days by which not everybody was reached
 * @param ended null while it runs
 */
public record CareProgramme(
        CareProgrammePlanned planned,
        List<UUID> accounts,
        LocalDate through,
        List<CareActivityRecorded> activities,
        List<CareActivityMissed> missed,
        @Nullable CareProgrammeEnded ended) {
    static final Decider<CareProgramme, Command, CareProgrammeEvent> DECIDER =
            new Decider<>(CareProgramme::decide, CareProgramme::begin, CareProgramme::evolve);

    /**
     * Plans a programme.
     *
     * @param owner code of the member who sees to it
     * @param from the first day on which something is due
     * @param until the last day on which something may be due; open when absent
     */
    public record PlanCareProgramme(
            String title,
            CareKind kind,
            Rhythm rhythm,
            String owner,
            List<UUID> accounts,
            LocalDate from,
            @Nullable LocalDate until) {
        public PlanCareProgramme {
            accounts = List.copyOf(accounts);
        }
    }

    public sealed interface Command {}

    /** Names whom it is for from now on. */
    public record ChangeAudience(List<UUID> accounts) implements Command {
        public ChangeAudience {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Something was done for customers. It counts for the next due day, if it was done after the last one and not after that day; with all
     * of the audience reached, the day is done with.
     *
     * @param on today when absent
     * @param what was done; may not contain personal data
     * @param accounts that were reached
     */
    public record RecordCareActivity(
            @Nullable LocalDate on, @Limit(Limit.NOTE) String what, List<UUID> accounts) implements Command {
        public RecordCareActivity {
            accounts = List.copyOf(accounts);
        }
    }

    public record EndCareProgramme(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent by the timer alone, when a due day has ended. */
    public record MissCareActivity(LocalDate dueOn) implements Command {}

    public enum CareKind {
        PRODUCT_NEWS,
        CUSTOMER_EVENT,
        REGULAR_CONTACT
    }

    /** How often something is due, counted from the first day. */
    public enum Rhythm {
        ONCE,
        MONTHLY,
        QUARTERLY
    }

    public enum No implements Refusal {
        PROGRAMME_ENDED(state("the programme has ended")),
        AUDIENCE_MISSING(rule("a programme is for at least one account")),
        ACCOUNT_TWICE(rule("an account is named only once")),
        ACCOUNT_NOT_IN_AUDIENCE(rule("the programme is not for this account")),
        ENDS_BEFORE_IT_BEGINS(rule("a programme cannot end before it begins"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public CareProgramme {
        accounts = List.copyOf(accounts);
        activities = List.copyOf(activities);
        missed = List.copyOf(missed);
    }

    static Decision<CareProgrammeEvent> plan(PlanCareProgramme plan, Occasion occasion) {
        var checks = check().text("/title", plan.title())
                .owner("/owner", plan.owner())
                .within(NEAR, "/from", plan.from(), occasion.today())
                .within(NEAR, "/until", plan.until(), occasion.today())
                .that(plan.until() == null || !plan.until().isBefore(plan.from()), "/until", ENDS_BEFORE_IT_BEGINS);
        return named(checks, plan.accounts())
                .accept(() -> new CareProgrammePlanned(
                        plan.title(),
                        plan.kind(),
                        plan.rhythm(),
                        plan.owner(),
                        plan.accounts(),
                        plan.from(),
                        plan.until()));
    }

    static Decision<CareProgrammeEvent> decide(CareProgramme programme, Command command, Occasion occasion) {
        return switch (command) {
            case ChangeAudience(var accounts) ->
                accounts.equals(programme.accounts)
                        ? unchanged()
                        : named(programme.running(), accounts)
                                .accept(() -> new CareAudienceChanged(
                                        accounts,
                                        programme
                                                .next()
                                                .filter(due -> programme
                                                        .unreached(accounts, due)
                                                        .isEmpty())
                                                .orElse(null)));
            case RecordCareActivity activity -> programme.record(activity, occasion);
            case MissCareActivity(var dueOn) ->
                programme.next().filter(dueOn::equals).isPresent()
                                && occasion.today().isAfter(dueOn)
                        ? accepted(new CareActivityMissed(
                                dueOn, programme.planned.owner(), programme.unreached(programme.accounts, dueOn)))
                        : unchanged();
            case EndCareProgramme(var reason) ->
                programme.ended != null && programme.ended.reason().equals(reason)
                        ? unchanged()
                        : programme
                                .running()
                                .reason("/reason", reason)
                                .accept(() -> new CareProgrammeEnded(reason, occasion.today()));
        };
    }

    static CareProgramme begin(CareProgrammeEvent first) {
        var planned = (CareProgrammePlanned) first;
        return new CareProgramme(planned, planned.accounts(), planned.from().minusDays(1), List.of(), List.of(), null);
    }

    static CareProgramme evolve(CareProgramme programme, CareProgrammeEvent event) {
        var planned = programme.planned;
        return switch (event) {
            case CareProgrammePlanned _ -> programme;
            case CareAudienceChanged(var accounts, var reached) ->
                new CareProgramme(
                        planned,
                        accounts,
                        Objects.requireNonNullElse(reached, programme.through),
                        programme.activities,
                        programme.missed,
                        null);
            case CareActivityRecorded activity ->
                new CareProgramme(
                        planned,
                        programme.accounts,
                        activity.dueOn() == null || isOpen(activity) ? programme.through : activity.dueOn(),
                        Stream.concat(programme.activities.stream(), Stream.of(activity))
                                .toList(),
                        programme.missed,
                        null);
            case CareActivityMissed missed ->
                new CareProgramme(
                        planned,
                        programme.accounts,
                        missed.dueOn(),
                        programme.activities,
                        Stream.concat(programme.missed.stream(), Stream.of(missed))
                                .toList(),
                        null);
            case CareProgrammeEnded ended ->
                new CareProgramme(
                        planned, programme.accounts, programme.through, programme.activities, programme.missed, ended);
        };
    }

    /** The day by which something has to be done next; empty when the programme is over. */
    Optional<LocalDate> next() {
        if (ended != null) {
            return Optional.empty();
        }
        var first = planned.from();
        var day = through.isBefore(first)
                ? Optional.of(first)
                : switch (planned.rhythm()) {
                    case ONCE -> Optional.<LocalDate>empty();
                    case MONTHLY ->
                        Optional.of(Recurrence.monthly(first.getDayOfMonth()).after(through));
                    case QUARTERLY ->
                        Optional.of(Recurrence.quarterly((first.getMonthValue() - 1) % 3 + 1, first.getDayOfMonth())
                                .after(through));
                };
        return day.filter(due -> planned.until() == null || !due.isAfter(planned.until()));
    }

    private static boolean isOpen(CareActivityRecorded activity) {
        return activity.unreached() != null && !activity.unreached().isEmpty();
    }

    /** Whom of these nothing that counts for the day has reached. */
    List<UUID> unreached(List<UUID> of, LocalDate dueOn) {
        var reached = activities.stream()
                .filter(activity -> dueOn.equals(activity.dueOn()))
                .flatMap(activity -> activity.accounts().stream())
                .collect(Collectors.toSet());
        return of.stream().filter(account -> !reached.contains(account)).toList();
    }

    private Decision<CareProgrammeEvent> record(RecordCareActivity record, Occasion occasion) {
        var today = occasion.today();
        var on = Objects.requireNonNullElse(record.on(), today);
        var again = activities.stream()
                .anyMatch(known -> known.on().equals(on)
                        && known.what().equals(record.what())
                        && known.accounts().equals(record.accounts()));
        if (again) {
            return unchanged();
        }
        var checks = running()
                .text("/what", record.what())
                .notAfter("/on", on, today)
                .within(NEAR, "/on", on, today);
        var reached = record.accounts();
        for (int i = 0; i < reached.size(); i++) {
            checks = checks.that(accounts.contains(reached.get(i)), "/accounts/" + i, ACCOUNT_NOT_IN_AUDIENCE);
        }
        var counts = next().filter(due -> !on.isAfter(due) && (due.equals(planned.from()) || on.isAfter(through)));
        return named(checks, reached)
                .accept(() -> new CareActivityRecorded(
                        on,
                        record.what(),
                        reached,
                        counts.orElse(null),
                        occasion.who().name(),
                        counts.map(due -> unreached(accounts, due).stream()
                                        .filter(account -> !reached.contains(account))
                                        .toList())
                                .orElse(null)));
    }

    private Checks running() {
        return check().that(ended == null, PROGRAMME_ENDED);
    }

    private static Checks named(Checks checks, List<UUID> accounts) {
        var known = new HashSet<UUID>();
        var all = checks.that(!accounts.isEmpty(), "/accounts", AUDIENCE_MISSING);
        for (int i = 0; i < accounts.size(); i++) {
            all = all.that(known.add(accounts.get(i)), "/accounts/" + i, ACCOUNT_TWICE);
        }
        return all;
    }
}
