package io.milepost.platform.notice;

import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.inbox.Reaction;
import io.milepost.platform.notice.Notice.Addressee;
import io.milepost.platform.notice.Notice.RaiseNotice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One rule "when this happens, they are told": {@code notice("quotation-expired").on(QUOTATION, QuotationExpired.class).to(OWNER, MANAGER)}.
 * It stands beside the catalogue of the event and is named in the service's {@code tells}. The service hears of its own event from its
 * topic, as of any other, so that it is told once whatever is delivered again or starts anew.
 *
 * @param kind kebab case, unique in the service; part of the notice's id, so it never changes
 * @param about which part of the entity an event is about, from fields that are not sealed; null where it is about all of it
 * @param member code of the member whom an event concerns, who stands in the owner's place; null where it is the owner of the entity
 * @param team name of the team that has the entity where nobody in it owns it; null where there are no teams
 */
public record NoticeRule<E extends Record>(
        String kind,
        Catalogue<?, ?, ?> catalogue,
        Class<E> cause,
        @Nullable Function<E, String> about,
        @Nullable Function<E, @Nullable String> member,
        @Nullable Function<E, @Nullable String> team,
        List<Addressee> to) {

    public NoticeRule {
        if (!kind.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("a kind of notice is in kebab case, not " + kind);
        }
        if (to.isEmpty() || (to.contains(Addressee.OPERATOR) && to.size() > 1)) {
            throw new IllegalArgumentException(kind + " goes to members or to the operators, and to somebody");
        }
        catalogue.event(cause);
        to = List.copyOf(EnumSet.copyOf(to));
    }

    /** Begins a rule. */
    public static Kind notice(String kind) {
        return new Kind(kind);
    }

    /** A rule of which the kind is said. */
    public record Kind(String kind) {
        /** When this event of the catalogue happens. */
        public <E extends Record> Cause<E> on(Catalogue<?, ?, ?> catalogue, Class<E> cause) {
            return new Cause<>(kind, catalogue, cause, null, null, null);
        }
    }

    /** A rule of which the addressees are missing. */
    public record Cause<E extends Record>(
            String kind,
            Catalogue<?, ?, ?> catalogue,
            Class<E> cause,
            @Nullable Function<E, String> about,
            @Nullable Function<E, @Nullable String> member,
            @Nullable Function<E, @Nullable String> team) {

        /** Says which part of the entity it is, in a word or two. */
        public Cause<E> about(Function<E, String> part) {
            return new Cause<>(kind, catalogue, cause, part, member, team);
        }

        /** Says whom it concerns in the owner's place, such as the manager that an event names; the owner where it names nobody. */
        public Cause<E> concerning(Function<E, @Nullable String> whom) {
            return new Cause<>(kind, catalogue, cause, about, whom, team);
        }

        /** Says which team stands in the owner's place where nobody owns the entity: its members, and to whom they report. */
        public Cause<E> concerningTeam(Function<E, @Nullable String> which) {
            return new Cause<>(kind, catalogue, cause, about, member, which);
        }

        public NoticeRule<E> to(Addressee... addressees) {
            return new NoticeRule<>(kind, catalogue, cause, about, member, team, List.of(addressees));
        }
    }

    /** What raises its notices in the service of this short name. */
    public Automation<?> in(String service) {
        return about == null && member == null && team == null
                ? automation(service, JsonNode.class, (event, _) -> raise(event, null, null, null))
                : automation(
                        service,
                        cause,
                        (event, fields) -> raise(event, said(about, fields), said(member, fields), said(team, fields)));
    }

    private static <T> @Nullable String said(@Nullable Function<T, ? extends @Nullable String> of, T fields) {
        return of == null ? null : of.apply(fields);
    }

    private <T> Automation<T> automation(
            String service, Class<T> data, BiFunction<Inbound, T, Reaction.Command> reaction) {
        return new Automation<>(
                "tell-" + kind,
                service,
                catalogue.event(cause).wireType(),
                data,
                (event, fields) -> Optional.of(reaction.apply(event, fields)),
                Set.of());
    }

    private Reaction.Command raise(
            Inbound event, @Nullable String part, @Nullable String whom, @Nullable String which) {
        return new Reaction.Command(
                Notice.idOf(event.eventId(), kind),
                new RaiseNotice(
                        kind,
                        event.eventId(),
                        event.type(),
                        catalogue.aggregate(),
                        event.subject(),
                        part,
                        whom,
                        which));
    }
}
