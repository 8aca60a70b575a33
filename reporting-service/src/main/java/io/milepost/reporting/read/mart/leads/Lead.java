package io.milepost.reporting.read.mart.leads;

import static io.milepost.reporting.inbound.lead.LeadFacts.ASSIGNED;
import static io.milepost.reporting.inbound.lead.LeadFacts.ASSIGNED_TO_TEAM;
import static io.milepost.reporting.inbound.lead.LeadFacts.CAPTURED;
import static io.milepost.reporting.inbound.lead.LeadFacts.CONVERTED;
import static io.milepost.reporting.inbound.lead.LeadFacts.DISCARDED;
import static io.milepost.reporting.inbound.lead.LeadFacts.DISQUALIFIED;
import static io.milepost.reporting.inbound.lead.LeadFacts.MERGED;
import static io.milepost.reporting.inbound.lead.LeadFacts.QUALIFIED;
import static io.milepost.reporting.inbound.lead.LeadFacts.SEGMENTED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.lead.LeadFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lead as reports know it.
 *
 * @param segmentCode of the segment in which it is; null as long as nobody has said so
 * @param owner null as long as nobody has it
 * @param deal that came of it; null as long as there is none
 * @param expected value of that deal, if it was said
 */
record Lead(
        @Nullable String channel,
        @Nullable String campaign,
        @Nullable String segmentCode,
        @Nullable String owner,
        State state,
        LocalDate capturedOn,
        @Nullable LocalDate qualifiedOn,
        @Nullable LocalDate convertedOn,
        @Nullable String deal,
        @Nullable Money expected,
        LocalDate day) {

    /** What became of it so far. */
    enum State {
        OPEN,
        DISQUALIFIED,
        CONVERTED,
        /** It was somebody else's already, or has become a part of another one: it counts nowhere. */
        DISCARDED
    }

    boolean counts() {
        return state != State.DISCARDED;
    }

    boolean converted() {
        return state == State.CONVERTED;
    }

    boolean open() {
        return state == State.OPEN;
    }

    private Lead of(@Nullable String whose, LocalDate on) {
        return new Lead(
                channel,
                campaign,
                segmentCode,
                whose,
                state,
                capturedOn,
                qualifiedOn,
                convertedOn,
                deal,
                expected,
                latest(on));
    }

    private Lead in(String segment, LocalDate on) {
        return new Lead(
                channel,
                campaign,
                Codes.canonical(segment),
                owner,
                state,
                capturedOn,
                qualifiedOn,
                convertedOn,
                deal,
                expected,
                latest(on));
    }

    /** In the word that reports have for what nobody said, so that leads stand beside deals. */
    String segment() {
        return segmentCode == null ? "(unknown)" : segmentCode;
    }

    private Lead becomes(State now, LocalDate on) {
        return new Lead(
                channel,
                campaign,
                segmentCode,
                owner,
                now,
                capturedOn,
                qualifiedOn,
                convertedOn,
                deal,
                expected,
                latest(on));
    }

    private Lead qualified(LocalDate on) {
        return new Lead(
                channel,
                campaign,
                segmentCode,
                owner,
                State.OPEN,
                capturedOn,
                latest(on),
                convertedOn,
                deal,
                expected,
                latest(on));
    }

    private Lead converted(LeadFacts.Converted into, LocalDate on) {
        return new Lead(
                channel,
                campaign,
                segmentCode,
                into.owner(),
                State.CONVERTED,
                capturedOn,
                qualifiedOn,
                latest(on),
                into.opportunityId().toString(),
                into.expectedValue(),
                latest(on));
    }

    private LocalDate latest(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Lead events to leads. */
    record Folding(ZoneId zone) implements Fold<Lead> {
        @Override
        public String source() {
            return LeadFacts.SOURCE;
        }

        @Override
        public Class<Lead> view() {
            return Lead.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(
                    CAPTURED,
                    ASSIGNED,
                    ASSIGNED_TO_TEAM,
                    QUALIFIED,
                    DISQUALIFIED,
                    DISCARDED,
                    MERGED,
                    CONVERTED,
                    SEGMENTED);
        }

        @Override
        public LocalDate day(Lead view) {
            return view.day();
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public Lead apply(@Nullable Lead before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(CAPTURED)) {
                var captured = event.as(LeadFacts.Captured.class);
                return new Lead(
                        captured.channel(),
                        captured.campaign(),
                        null,
                        null,
                        State.OPEN,
                        day,
                        null,
                        null,
                        null,
                        null,
                        day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never captured");
            }
            return switch (event.type()) {
                case ASSIGNED -> before.of(event.as(LeadFacts.Assigned.class).owner(), day);
                case ASSIGNED_TO_TEAM -> before.of(null, day);
                case QUALIFIED -> before.qualified(day);
                case SEGMENTED -> before.in(event.as(LeadFacts.Segmented.class).segment(), day);
                case CONVERTED -> before.converted(event.as(LeadFacts.Converted.class), day);
                case DISQUALIFIED -> before.becomes(State.DISQUALIFIED, day);
                default -> before.becomes(State.DISCARDED, day);
            };
        }
    }
}
