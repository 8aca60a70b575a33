package io.milepost.platform.notice;

import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;
import static io.milepost.platform.notice.Notice.No.*;

import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is told of something, until one of those to whom it is addressed has acknowledged it. Its id is made of cause and kind, so that
 * there is one of each.
 */
public record Notice(NoticeRaised raised, @Nullable NoticeAcknowledged acknowledged) {
    static final Decider<Notice, Command, Event> DECIDER = new Decider<>(Notice::decide, Notice::begin, Notice::evolve);

    /** To whom a notice is addressed, by what they are to its cause. Who that is today is looked up when it is read. */
    public enum Addressee {
        /** The member that owns the entity. */
        OWNER,
        /** The member to whom the owner reports. */
        MANAGER,
        /** Whoever has the role OPERATOR. */
        OPERATOR
    }

    /**
     * What an automation sends when the cause has happened. To whom a notice of the kind goes is declared, and no part of this: a
     * declaration may change while the same cause is heard again.
     *
     * @param kind as it is declared: {@code quotation-expired}; one that no rule declares goes to the operators
     * @param cause id of the event, or one made of the fault
     * @param causeType of the event
     * @param aggregate of the entity that it is about
     * @param subject the entity
     * @param about which part of the entity, in a word or two
     * @param member whom the cause itself names as the one concerned; the owner of the entity when absent
     * @param team that the cause names as having the entity, where nobody owns it
     */
    public record RaiseNotice(
            String kind,
            UUID cause,
            @Nullable String causeType,
            String aggregate,
            @Nullable UUID subject,
            @Nullable String about,
            @Nullable String member,
            @Nullable String team) {}

    public sealed interface Command {}

    /** One of the members to whom it is addressed has seen it. */
    public record AcknowledgeNotice() implements Command {}

    /** An operator has seen a notice to the operators. */
    public record AcknowledgeAsOperator() implements Command {}

    public sealed interface Event {}

    /**
     * They are told.
     *
     * @param owner of the entity at that time, or whom the cause names in the owner's place
     * @param team in the owner's place, where a team has the entity and nobody in it owns it
     */
    public record NoticeRaised(
            String kind,
            List<Addressee> to,
            UUID cause,
            @Nullable String causeType,
            String aggregate,
            @Nullable UUID subject,
            @Nullable String owner,
            @Nullable String about,
            Instant raisedAt,
            @Nullable String team)
            implements Event {
        public NoticeRaised {
            to = List.copyOf(to);
        }
    }

    /**
     * One of them has seen it.
     *
     * @param by code of the member, or the token's subject where it names none
     */
    public record NoticeAcknowledged(String by, Instant acknowledgedAt) implements Event {}

    public enum No implements Refusal {
        NOTICE_TO_OPERATORS(state("the notice is addressed to the operators")),
        NOTICE_TO_MEMBERS(state("the notice is addressed to members, not to the operators"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a notice has to know of the entity that it is about. */
    record Concerned(@Nullable String owner) {}

    static UUID idOf(UUID cause, String kind) {
        return UUID.nameUUIDFromBytes("notice/%s/%s".formatted(cause, kind).getBytes(StandardCharsets.UTF_8));
    }

    static Decision<Event> raise(RaiseNotice raise, List<Addressee> to, Occasion occasion) {
        return accepted(new NoticeRaised(
                raise.kind(),
                to,
                raise.cause(),
                raise.causeType(),
                raise.aggregate(),
                raise.subject(),
                raise.member() == null
                        ? occasion.read(Concerned.class).map(Concerned::owner).orElse(null)
                        : raise.member(),
                raise.about(),
                occasion.effectiveAt(),
                raise.team()));
    }

    static Decision<Event> decide(Notice notice, Command command, Occasion occasion) {
        return switch (command) {
            case AcknowledgeNotice _ when notice.isTo(Addressee.OPERATOR) -> refused(NOTICE_TO_OPERATORS);
            case AcknowledgeAsOperator _ when !notice.isTo(Addressee.OPERATOR) -> refused(NOTICE_TO_MEMBERS);
            case AcknowledgeNotice _, AcknowledgeAsOperator _ ->
                notice.acknowledged() == null
                        ? accepted(new NoticeAcknowledged(occasion.who().name(), occasion.effectiveAt()))
                        : unchanged();
        };
    }

    static Notice begin(Event first) {
        return new Notice((NoticeRaised) first, null);
    }

    static Notice evolve(Notice notice, Event event) {
        return switch (event) {
            case NoticeRaised _ -> notice;
            case NoticeAcknowledged acknowledged -> new Notice(notice.raised(), acknowledged);
        };
    }

    boolean isTo(Addressee addressee) {
        return raised.to().contains(addressee);
    }
}
