package io.milepost.reporting.read.mart.targets;

import static io.milepost.reporting.inbound.lead.TargetFacts.APPROVED;
import static io.milepost.reporting.inbound.lead.TargetFacts.CLOSED;
import static io.milepost.reporting.inbound.lead.TargetFacts.DRAFTED;
import static io.milepost.reporting.inbound.lead.TargetFacts.REDRAFTED;
import static io.milepost.reporting.inbound.lead.TargetFacts.REVISED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.TargetFacts;
import io.milepost.reporting.inbound.lead.TargetFacts.Figure;
import io.milepost.reporting.inbound.lead.TargetFacts.Task;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sales target as reports know it.
 *
 * @param original the figure that was approved
 * @param current the one that was revised last
 * @param endedOn the day on which it was closed early, after which it asks for nothing more; null otherwise
 */
record Target(
        Task task,
        Figure original,
        Figure current,
        State state,
        @Nullable LocalDate endedOn,
        LocalDate day) {

    /** Only what was approved is to be reached. */
    enum State {
        DRAFT,
        APPROVED,
        CLOSED
    }

    boolean counts() {
        return state != State.DRAFT;
    }

    Map<String, TargetLine> lines() {
        return TargetLine.of(this);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Sales target events to targets. */
    record Folding(ZoneId zone) implements Fold<Target> {
        @Override
        public String source() {
            return TargetFacts.SOURCE;
        }

        @Override
        public Class<Target> view() {
            return Target.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(DRAFTED, REDRAFTED, APPROVED, REVISED, CLOSED);
        }

        @Override
        public LocalDate day(Target view) {
            return view.day();
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public Target apply(@Nullable Target before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(DRAFTED)) {
                var task = event.as(TargetFacts.Drafted.class).task();
                return new Target(task, task.figure(), task.figure(), State.DRAFT, null, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never drafted");
            }
            return switch (event.type()) {
                case REDRAFTED -> {
                    var task = event.as(TargetFacts.Drafted.class).task();
                    yield new Target(task, task.figure(), task.figure(), State.DRAFT, null, before.notBefore(day));
                }
                case APPROVED ->
                    before.becomes(
                            before.current,
                            State.APPROVED,
                            null,
                            event.as(TargetFacts.Approved.class).approvedOn());
                case REVISED -> {
                    var revised = event.as(TargetFacts.Revised.class);
                    yield before.becomes(revised.figure(), before.state, before.endedOn, revised.revisedOn());
                }
                case CLOSED -> {
                    var closed = event.as(TargetFacts.Closed.class);
                    // A draft that is given up was never to be reached.
                    yield before.becomes(
                            before.current,
                            before.counts() ? State.CLOSED : State.DRAFT,
                            closed.early() ? closed.closedOn() : null,
                            closed.closedOn());
                }
                default -> throw new IllegalArgumentException("not of a sales target: " + event.type());
            };
        }
    }

    private Target becomes(Figure now, State next, @Nullable LocalDate ended, LocalDate on) {
        return new Target(task, original, now, next, ended, notBefore(on));
    }
}
