package io.milepost.reporting.read.mart.registers;

import static io.milepost.reporting.inbound.lead.RegisterFacts.CHECKED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.COMPLETED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.LINKED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.QUESTIONNAIRE;
import static io.milepost.reporting.inbound.lead.RegisterFacts.RECORDED;
import static io.milepost.reporting.inbound.lead.RegisterFacts.RETURNED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.lead.RegisterFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the register as reports know it.
 *
 * @param returns how often it was returned to be completed
 */
record Entry(
        String kind,
        String site,
        String consultant,
        LocalDate on,
        boolean late,
        State state,
        long returns,
        boolean questionnaire,
        boolean lead,
        LocalDate day) {

    /** How far it is. */
    enum State {
        RECORDED,
        RETURNED,
        CHECKED
    }

    boolean known() {
        return true;
    }

    boolean visit() {
        return kind.equals("VISIT");
    }

    boolean call() {
        return kind.equals("PHONE");
    }

    boolean withQuestionnaire() {
        return visit() && questionnaire;
    }

    boolean isChecked() {
        return state == State.CHECKED;
    }

    /** Found right by whoever checked it first. */
    boolean rightAtOnce() {
        return isChecked() && returns == 0;
    }

    boolean wasReturned() {
        return returns > 0;
    }

    boolean toBeCompleted() {
        return state == State.RETURNED;
    }

    @Nullable
    String forMonth() {
        return Periods.month(on);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(on);
    }

    @Nullable
    String forYear() {
        return Periods.year(on);
    }

    private Entry with(State next, long returned, boolean answered, boolean led, LocalDate when) {
        return new Entry(
                kind, site, consultant, on, late, next, returned, answered, led, when.isBefore(day) ? day : when);
    }

    /** Reception record events to entries. */
    record Folding(ZoneId zone) implements Fold<Entry> {
        @Override
        public String source() {
            return RegisterFacts.SOURCE;
        }

        @Override
        public Class<Entry> view() {
            return Entry.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(RECORDED, QUESTIONNAIRE, CHECKED, RETURNED, COMPLETED, LINKED);
        }

        @Override
        public LocalDate day(Entry view) {
            return view.day();
        }

        @Override
        public Entry apply(@Nullable Entry before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(RECORDED)) {
                var entry = event.as(RegisterFacts.Recorded.class);
                return new Entry(
                        entry.kind(),
                        entry.site(),
                        entry.consultant(),
                        entry.on(),
                        entry.late(),
                        State.RECORDED,
                        0,
                        false,
                        false,
                        entry.on());
            }
            if (before == null) {
                throw new IllegalStateException("it was never recorded");
            }
            return switch (event.type()) {
                case QUESTIONNAIRE -> before.with(before.state, before.returns, true, before.lead, day);
                case LINKED -> before.with(before.state, before.returns, before.questionnaire, true, day);
                case CHECKED -> before.with(State.CHECKED, before.returns, before.questionnaire, before.lead, day);
                case RETURNED ->
                    before.with(State.RETURNED, before.returns + 1, before.questionnaire, before.lead, day);
                case COMPLETED -> before.with(State.RECORDED, before.returns, before.questionnaire, before.lead, day);
                default -> throw new IllegalArgumentException("not of the register: " + event.type());
            };
        }
    }
}
