package io.milepost.leads.appraisal;

import static io.milepost.leads.teammember.TeamMemberCatalogue.TEAM_MEMBER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.leads.appraisal.Appraisal.*;
import io.milepost.leads.teammember.TeamMember;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.decision.Occasion;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The appraisal's commands and events. The manager to whom the member reports on that day opens, scores, reviews and signs off; the member
 * alone contests. That a member has one for a period is claimed by the tag {@code appraisalOf=}.
 */
public final class AppraisalCatalogue {
    private static final String DUTY = "the sales manager of the member";

    public static final Catalogue<Appraisal, Command, Event> APPRAISAL = Catalogue.of(
                    "appraisal", "appraisals", Appraisal.DECIDER)
            .creates(OpenAppraisal.class, Appraising::open, SALES_MANAGER)
            .claims(OpenAppraisal.class, Appraisal.APPRAISAL_OF, (_, _, open) -> List.of(Appraising.key(open)))
            .reads(
                    OpenAppraisal.class,
                    () -> TEAM_MEMBER,
                    (_, open) -> open.memberId(),
                    Seller.class,
                    AppraisalCatalogue::seller)
            .duty(OpenAppraisal.class, DUTY, (_, occasion) -> managers(occasion))
            .command(ScoreAppraisal.class, SALES_MANAGER)
            .reads(
                    ScoreAppraisal.class,
                    () -> TEAM_MEMBER,
                    (appraisal, _) -> memberOf(appraisal),
                    Seller.class,
                    AppraisalCatalogue::seller)
            .duty(ScoreAppraisal.class, DUTY, (_, occasion) -> managers(occasion))
            .command(ReviewAppraisal.class, SALES_MANAGER)
            .reads(
                    ReviewAppraisal.class,
                    () -> TEAM_MEMBER,
                    (appraisal, _) -> memberOf(appraisal),
                    Seller.class,
                    AppraisalCatalogue::seller)
            .duty(ReviewAppraisal.class, DUTY, (_, occasion) -> managers(occasion))
            .command(ContestAppraisal.class, SALES_REP, SALES_MANAGER)
            .duty(
                    ContestAppraisal.class,
                    "the member who is appraised",
                    appraisal -> List.of(appraisal.opening().member()))
            .command(SignOffAppraisal.class, SALES_MANAGER)
            .reads(
                    SignOffAppraisal.class,
                    () -> TEAM_MEMBER,
                    (appraisal, _) -> memberOf(appraisal),
                    Seller.class,
                    AppraisalCatalogue::seller)
            .duty(SignOffAppraisal.class, DUTY, (_, occasion) -> managers(occasion))
            .event(AppraisalOpened.class, "appraisal.opened", 1)
            .tags(
                    AppraisalOpened.class,
                    opened ->
                            Set.of(new Tag(Appraisal.APPRAISAL_OF, Appraising.key(opened.memberId(), opened.period()))))
            .event(AppraisalScored.class, "appraisal.scored", 1)
            .event(AppraisalReviewed.class, "appraisal.reviewed", 1)
            .event(AppraisalContested.class, "appraisal.contested", 1)
            .event(AppraisalSignedOff.class, "appraisal.signed-off", 1)
            .ownedBy(appraisal -> appraisal.opening().member())
            .refusals(No.class, TEXT_MISSING, REASON_MISSING, DAY_IN_FUTURE)
            .view(View.class, View::of);

    private AppraisalCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status OPENED, SCORED, REVIEWED, CONTESTED or SIGNED_OFF
     * @param review as decided last
     * @param contest where the last review is contested
     */
    public record View(
            String status,
            AppraisalOpened opening,
            @Nullable AppraisalScored scoring,
            @Nullable AppraisalReviewed review,
            @Nullable AppraisalContested contest,
            @Nullable AppraisalSignedOff end) {
        static View of(Appraisal appraisal) {
            return switch (appraisal) {
                case Opened(var opening) -> new View("OPENED", opening, null, null, null, null);
                case Scored(var opening, var scoring) -> new View("SCORED", opening, scoring, null, null, null);
                case Reviewed reviewed -> of("REVIEWED", reviewed, null, null);
                case Contested(var reviewed, var contest) -> of("CONTESTED", reviewed, contest, null);
                case SignedOff(var reviewed, var end) -> of("SIGNED_OFF", reviewed, null, end);
            };
        }

        private static View of(
                String status,
                Reviewed reviewed,
                @Nullable AppraisalContested contest,
                @Nullable AppraisalSignedOff end) {
            return new View(status, reviewed.opening(), reviewed.scored().scoring(), reviewed.review(), contest, end);
        }
    }

    private static UUID memberOf(@Nullable Appraisal appraisal) {
        return Objects.requireNonNull(appraisal).opening().memberId();
    }

    private static Collection<String> managers(Occasion occasion) {
        return occasion.read(Seller.class)
                .map(seller -> seller.managersOn(occasion.today()))
                .orElse(List.of());
    }

    private static Seller seller(TeamMember member) {
        return new Seller(
                member.code(),
                member.postings().stream()
                        .map(posting -> new Line(posting.from(), posting.manager()))
                        .toList());
    }
}
