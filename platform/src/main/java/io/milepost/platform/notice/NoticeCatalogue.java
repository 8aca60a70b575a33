package io.milepost.platform.notice;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.platform.access.Circle;
import io.milepost.platform.access.Directory;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.CatalogueBuilder;
import io.milepost.platform.notice.Notice.*;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The notices of one service, whose events its rules name. Members acknowledge what is addressed to them, operators what is addressed to operators. */
public final class NoticeCatalogue {
    public static final String AGGREGATE = "notice";

    private NoticeCatalogue() {}

    /** As documents and tests know it, where nobody reports to anybody. */
    public static Catalogue<Notice, Command, Event> of(NoticeRule<?>... rules) {
        return of(Directory.EMPTY, List.of(rules));
    }

    /**
     * Those of a service with these rules.
     *
     * @param directory says who is whose manager when a notice is acknowledged
     */
    public static Catalogue<Notice, Command, Event> of(Directory directory, List<? extends NoticeRule<?>> rules) {
        var addressees = rules.stream().collect(Collectors.toMap(NoticeRule::kind, NoticeRule::to));
        var builder = Catalogue.of(AGGREGATE, "notices", Notice.DECIDER)
                .creates(
                        RaiseNotice.class,
                        (raise, occasion) -> Notice.raise(
                                raise, addressees.getOrDefault(raise.kind(), List.of(Addressee.OPERATOR)), occasion))
                .command(
                        AcknowledgeNotice.class,
                        SALES_REP,
                        SALES_MANAGER,
                        SPONSOR,
                        ATI_BOARD,
                        LEGAL,
                        FINANCE,
                        ENGINEERING,
                        DELIVERY_MANAGER,
                        QA)
                .duty(
                        AcknowledgeNotice.class,
                        "one of those to whom it is addressed",
                        notice -> members(notice, directory))
                .command(AcknowledgeAsOperator.class, OPERATOR)
                .event(NoticeRaised.class, "notice.raised", 1)
                .event(NoticeAcknowledged.class, "notice.acknowledged", 1)
                .ownedBy(NoticeCatalogue::circleOf);
        rules.forEach(rule -> reads(builder, rule.kind(), rule.catalogue()));
        return builder.refusals(No.class).view(View.class, View::of);
    }

    /** The entity that a notice of this kind is about. What is told of an entity that cannot be read does not read it. */
    private static <S> void reads(
            CatalogueBuilder<Notice, Command, Event> builder, String kind, Catalogue<S, ?, ?> about) {
        builder.reads(
                RaiseNotice.class,
                () -> about,
                (_, raise) -> raise.kind().equals(kind) ? raise.subject() : null,
                Concerned.class,
                state -> new Concerned(about.ownerOf(state)));
    }

    /** Codes of those to whom it is addressed today; none where nobody owns what it is about. */
    private static Set<String> members(Notice notice, Directory directory) {
        var members = new HashSet<String>();
        var owner = notice.raised().owner();
        var team = owner == null ? notice.raised().team() : null;
        if (team != null && notice.isTo(Addressee.OWNER)) {
            members.addAll(directory.inTeam(team));
        }
        if (team != null && notice.isTo(Addressee.MANAGER)) {
            members.addAll(directory.managersOf(team));
        }
        if (owner != null && notice.isTo(Addressee.OWNER)) {
            members.add(owner);
        }
        if (owner != null && notice.isTo(Addressee.MANAGER)) {
            directory.manager(owner).ifPresent(members::add);
        }
        return members;
    }

    /** Who knows of it: those who know of the entity, and to whom it is addressed. */
    private static @Nullable String circleOf(Notice notice) {
        return Circle.told(
                notice.raised().owner(),
                notice.raised().team(),
                notice.isTo(Addressee.OWNER),
                notice.isTo(Addressee.MANAGER),
                notice.isTo(Addressee.OPERATOR));
    }

    /** To whom a notice is addressed. */
    public record To(boolean owner, boolean manager, boolean operator) {}

    /**
     * What a read shows.
     *
     * @param status OPEN or ACKNOWLEDGED
     * @param owner of the entity when the notice was raised
     * @param team in the owner's place, where nobody in it owned it
     */
    public record View(
            String status,
            String kind,
            To to,
            String aggregate,
            @Nullable UUID subject,
            @Nullable String owner,
            @Nullable String about,
            UUID cause,
            @Nullable String causeType,
            Instant raisedAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String team) {
        static View of(Notice notice) {
            var raised = notice.raised();
            var seen = notice.acknowledged();
            return new View(
                    seen == null ? "OPEN" : "ACKNOWLEDGED",
                    raised.kind(),
                    new To(
                            notice.isTo(Addressee.OWNER),
                            notice.isTo(Addressee.MANAGER),
                            notice.isTo(Addressee.OPERATOR)),
                    raised.aggregate(),
                    raised.subject(),
                    raised.owner(),
                    raised.about(),
                    raised.cause(),
                    raised.causeType(),
                    raised.raisedAt(),
                    seen == null ? null : seen.by(),
                    seen == null ? null : seen.acknowledgedAt(),
                    raised.team());
        }
    }
}
