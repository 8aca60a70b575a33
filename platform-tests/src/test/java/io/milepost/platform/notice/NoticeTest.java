package io.milepost.platform.notice;

import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OPERATOR;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milepost.platform.access.Circle;
import io.milepost.platform.access.Directory;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.Notice.*;
import io.milepost.platform.testkit.CatalogueWalk;
import io.milepost.platform.testkit.Laws;
import io.milepost.platform.testkit.Scenario;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelDelivered;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelPosted;
import io.milepost.platform.testkit.parcel.ParcelEvent.ParcelWeighed;
import io.milepost.platform.testkit.parcel.ParcelMessages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a notice is, who knows of it, and who may acknowledge it. */
class NoticeTest {
    private static final UUID CAUSE = new UUID(1, 1);
    private static final UUID PARCEL = new UUID(2, 2);
    private static final List<NoticeRule<?>> RULES = List.of(
            notice("parcel-weighed")
                    .on(ParcelMessages.CATALOGUE, ParcelWeighed.class)
                    .about(weighed -> weighed.grams() + " g")
                    .to(OWNER, MANAGER),
            notice("parcel-posted")
                    .on(ParcelMessages.CATALOGUE, ParcelPosted.class)
                    .to(MANAGER),
            notice("parcel-delivered")
                    .on(ParcelMessages.CATALOGUE, ParcelDelivered.class)
                    .to(OPERATOR));

    /** KAP reports to BOSS. */
    private static final Directory DIRECTORY = new Directory() {
        @Override
        public Optional<String> team(String member) {
            return Optional.empty();
        }

        @Override
        public Optional<String> manager(String member) {
            return member.equals("KAP") ? Optional.of("BOSS") : Optional.empty();
        }

        @Override
        public Set<String> teamOf(String member) {
            return Set.of();
        }

        @Override
        public Set<String> inTeam(String team) {
            return team.equals("North") ? Set.of("KAP") : Set.of();
        }

        @Override
        public Set<String> reportsOf(String member) {
            return member.equals("BOSS") ? Set.of("KAP") : Set.of();
        }
    };

    private static final Catalogue<Notice, Command, Event> NOTICE = NoticeCatalogue.of(DIRECTORY, RULES);
    private static final Scenario<Notice, Command, Event> NOTHING = Scenario.of(NOTICE);

    @Test
    void a_notice_says_whose_it_is_and_goes_to_whom_its_rule_says() {
        NOTHING.when(raise("parcel-weighed"))
                .reading(new Concerned("KAP"))
                .then(raised("parcel-weighed", "KAP", OWNER, MANAGER));
        NOTHING.when(raise("parcel-weighed")).then(raised("parcel-weighed", null, OWNER, MANAGER));
        NOTHING.when(raise("declared-no-more")).then(raised("declared-no-more", null, OPERATOR));
    }

    @Test
    void it_is_raised_once() {
        NOTHING.given(raised("parcel-weighed", "KAP", OWNER))
                .when(raise("parcel-weighed"))
                .thenTaken();
        assertThat(Notice.idOf(CAUSE, "parcel-weighed"))
                .isEqualTo(Notice.idOf(CAUSE, "parcel-weighed"))
                .isNotEqualTo(Notice.idOf(CAUSE, "parcel-posted"))
                .isNotEqualTo(Notice.idOf(PARCEL, "parcel-weighed"));
    }

    @Test
    void the_owner_and_whom_the_owner_reports_to_acknowledge_it_and_nobody_else() {
        var open = NOTHING.given(raised("parcel-weighed", "KAP", OWNER, MANAGER));
        for (var member : List.of("kap", "BOSS")) {
            open.when(new AcknowledgeNotice())
                    .byMember(member)
                    .then(new NoticeAcknowledged(member, Scenario.NOW))
                    .when(new AcknowledgeNotice())
                    .byMember("KAP")
                    .thenNothing();
        }
        open.when(new AcknowledgeNotice()).byMember("PEER").thenNotYourDuty();
        open.when(new AcknowledgeAsOperator()).thenRefused(No.NOTICE_TO_MEMBERS);
        NOTHING.given(raised("parcel-posted", "KAP", MANAGER))
                .when(new AcknowledgeNotice())
                .byMember("KAP")
                .thenNotYourDuty();
    }

    @Test
    @DisplayName("R-035: what a team has is acknowledged by one of the team or to whom it reports, and by nobody else")
    void the_team_and_whom_it_reports_to_acknowledge_it() {
        NOTHING.when(raise("parcel-weighed", "North")).then(raised("parcel-weighed", null, "North", OWNER, MANAGER));
        var open = NOTHING.given(raised("parcel-weighed", null, "North", OWNER, MANAGER));
        for (var member : List.of("KAP", "BOSS")) {
            open.when(new AcknowledgeNotice()).byMember(member).then(new NoticeAcknowledged(member, Scenario.NOW));
        }
        open.when(new AcknowledgeNotice()).byMember("PEER").thenNotYourDuty();
        NOTHING.given(raised("parcel-posted", null, "North", MANAGER))
                .when(new AcknowledgeNotice())
                .byMember("KAP")
                .thenNotYourDuty();
        assertThat(NOTICE.ownerOf(new Notice(raised("parcel-weighed", null, "North", OWNER, MANAGER), null)))
                .isEqualTo(Circle.told(null, "north", true, true, false));
    }

    @Test
    void operators_acknowledge_what_is_addressed_to_them() {
        var open = NOTHING.given(raised("parcel-delivered", "KAP", OPERATOR));
        open.when(new AcknowledgeNotice()).thenRefused(No.NOTICE_TO_OPERATORS);
        open.when(new AcknowledgeAsOperator()).by("ops").then(new NoticeAcknowledged("ops", Scenario.NOW));
    }

    @Test
    @DisplayName("R-189: known to those who know of the entity, and to whom it is addressed")
    void who_knows_of_it() {
        assertThat(circle("KAP", OWNER)).isEqualTo("KAP");
        assertThat(circle("KAP", MANAGER)).isEqualTo(Circle.manager("kap"));
        assertThat(circle("KAP", OWNER, MANAGER)).isEqualTo(Circle.ownerAndManager("kap"));
        assertThat(circle("KAP", OPERATOR)).isEqualTo(Circle.OPERATORS);
        assertThat(circle(null, OWNER, MANAGER)).isNull();

        assertThat(Circle.meantFor("kap", DIRECTORY))
                .contains("KAP", circle("KAP", OWNER, MANAGER))
                .doesNotContain(Circle.manager("KAP"));
        assertThat(Circle.meantFor("BOSS", DIRECTORY))
                .contains(Circle.manager("KAP"), Circle.ownerAndManager("KAP"))
                .doesNotContain("KAP");
    }

    @Test
    void a_rule_is_refused_that_tells_nobody_or_both_members_and_operators() {
        var cause = notice("parcel-weighed").on(ParcelMessages.CATALOGUE, ParcelWeighed.class);
        assertThatThrownBy(cause::to).hasMessageContaining("somebody");
        assertThatThrownBy(() -> cause.to(OWNER, OPERATOR)).hasMessageContaining("members or to the operators");
        assertThatThrownBy(() -> notice("Weighed")
                        .on(ParcelMessages.CATALOGUE, ParcelWeighed.class)
                        .to(OWNER))
                .hasMessageContaining("kebab");
        assertThatThrownBy(() -> notice("x")
                        .on(ParcelMessages.CATALOGUE, RaiseNotice.class)
                        .to(OWNER))
                .hasMessageContaining("no event row");
    }

    @Test
    void its_catalogue_is_well_named_and_keeps_the_laws() {
        CatalogueWalk.check(List.of(NOTICE));
        Laws.of(NOTICE)
                .suggesting("kind", "parcel-weighed", "parcel-delivered", "parcel-posted")
                .terminal("ACKNOWLEDGED")
                .check();
    }

    private static RaiseNotice raise(String kind) {
        return raise(kind, null);
    }

    private static RaiseNotice raise(String kind, @Nullable String team) {
        return new RaiseNotice(kind, CAUSE, "parcel.weighed.v1", "parcel", PARCEL, "5 g", null, team);
    }

    private static NoticeRaised raised(String kind, @Nullable String owner, Addressee... to) {
        return raised(kind, owner, null, to);
    }

    private static NoticeRaised raised(String kind, @Nullable String owner, @Nullable String team, Addressee... to) {
        return new NoticeRaised(
                kind, List.of(to), CAUSE, "parcel.weighed.v1", "parcel", PARCEL, owner, "5 g", Scenario.NOW, team);
    }

    private static @Nullable String circle(@Nullable String owner, Addressee... to) {
        return NOTICE.ownerOf(new Notice(raised("parcel-weighed", owner, to), null));
    }
}
