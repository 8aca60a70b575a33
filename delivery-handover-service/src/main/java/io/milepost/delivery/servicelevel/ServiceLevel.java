package io.milepost.delivery.servicelevel;

import static io.milepost.delivery.servicelevel.ServiceLevel.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.ServicePromise;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.util.HashSet;
import java.util.List;

/**
 * How soon a customer is answered and helped, in versions; a unit that promises something else has one of its own. A case
 * keeps what was promised when it was opened.
 *
 * @param version of the promises, from 1
 */
public record ServiceLevel(String name, int version, List<ServicePromise> promises) {
    static final Decider<ServiceLevel, Command, Event> DECIDER =
            new Decider<>(ServiceLevel::decide, ServiceLevel::begin, ServiceLevel::evolve);

    /** The most working days that a promise may take: about a year. */
    private static final int LONGEST = 250;

    public record PublishServiceLevel(String name, List<ServicePromise> promises) {
        public PublishServiceLevel {
            promises = List.copyOf(promises);
        }
    }

    /** What may be asked of a published service level. */
    public sealed interface Command {}

    /** The next version; it holds for cases that are opened from now on. */
    public record ReviseServiceLevel(List<ServicePromise> promises) implements Command {
        public ReviseServiceLevel {
            promises = List.copyOf(promises);
        }
    }

    public sealed interface Event {}

    public record ServiceLevelPublished(String name, List<ServicePromise> promises, String publishedBy)
            implements Event {
        public ServiceLevelPublished {
            promises = List.copyOf(promises);
        }
    }

    public record ServiceLevelRevised(int version, List<ServicePromise> promises, String revisedBy) implements Event {
        public ServiceLevelRevised {
            promises = List.copyOf(promises);
        }
    }

    public enum No implements Refusal {
        PROMISES_MISSING(rule("a service level needs at least one promise")),
        PROMISE_TWICE(rule("each kind and urgency has one promise")),
        DAYS_IMPLAUSIBLE(rule("a promise takes from 0 to 250 working days")),
        SOLVED_BEFORE_ANSWERED(rule("a case cannot be promised to be solved before it is answered"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    public ServiceLevel {
        promises = List.copyOf(promises);
    }

    static Decision<Event> publish(PublishServiceLevel publish, Occasion occasion) {
        return checked(check().text("/name", publish.name()), publish.promises())
                .accept(() -> new ServiceLevelPublished(
                        publish.name(), publish.promises(), occasion.who().name()));
    }

    static Decision<Event> decide(ServiceLevel level, Command command, Occasion occasion) {
        return switch (command) {
            case ReviseServiceLevel(var promises) ->
                promises.equals(level.promises())
                        ? unchanged()
                        : checked(check(), promises)
                                .accept(() -> new ServiceLevelRevised(
                                        level.version() + 1,
                                        promises,
                                        occasion.who().name()));
        };
    }

    static ServiceLevel begin(Event first) {
        var published = (ServiceLevelPublished) first;
        return new ServiceLevel(published.name(), 1, published.promises());
    }

    static ServiceLevel evolve(ServiceLevel level, Event event) {
        return switch (event) {
            case ServiceLevelPublished _ -> level;
            case ServiceLevelRevised(var version, var promises, var _) ->
                new ServiceLevel(level.name(), version, promises);
        };
    }

    private static Checks checked(Checks checks, List<ServicePromise> promises) {
        var known = new HashSet<List<?>>();
        var all = checks.that(!promises.isEmpty(), "/promises", PROMISES_MISSING);
        for (int i = 0; i < promises.size(); i++) {
            var promise = promises.get(i);
            var at = "/promises/" + i;
            all = all.that(isPlausible(promise.answerWithin()), at + "/answerWithin", DAYS_IMPLAUSIBLE)
                    .that(isPlausible(promise.solveWithin()), at + "/solveWithin", DAYS_IMPLAUSIBLE)
                    .that(promise.solveWithin() >= promise.answerWithin(), at + "/solveWithin", SOLVED_BEFORE_ANSWERED)
                    .that(known.add(List.of(promise.kind(), promise.urgency())), at, PROMISE_TWICE);
        }
        return all;
    }

    private static boolean isPlausible(int days) {
        return days >= 0 && days <= LONGEST;
    }
}
