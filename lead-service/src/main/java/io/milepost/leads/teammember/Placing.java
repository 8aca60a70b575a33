package io.milepost.leads.teammember;

import static io.milepost.leads.teammember.TeamMember.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.leads.teammember.TeamMember.*;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How members join, move and leave. What has begun is never rewritten; what is only planned locks nothing out. */
final class Placing {

    private Placing() {}

    static Decision<Event> register(RegisterTeamMember register, Occasion occasion) {
        var posting =
                new Posting(register.team(), register.region(), register.from(), register.manager(), register.post());
        return placed(check().text("/code", register.code(), WORD_MISSING), register.code(), posting, occasion)
                .then(() -> Stream.concat(
                                MemberCode.holderOf(register.code(), occasion).stream(),
                                MemberCode.spellings(register.code()).stream()
                                        .flatMap(code -> occasion.holderOf(TeamMember.FORMER, code).stream()))
                        .findFirst()
                        .<Decision<Event>>map(
                                id -> refusedAt("/code", CODE_TAKEN, "team member %s has this code".formatted(id)))
                        .orElseGet(() -> accepted(new TeamMemberRegistered(
                                register.code(),
                                posting.team(),
                                posting.region(),
                                posting.from(),
                                posting.manager(),
                                posting.post()))));
    }

    /** One that has not begun yet locks nothing out: what is to hold before it stands beside it. */
    static Decision<Event> move(TeamMember member, Posting next, Occasion occasion) {
        if (member.postings().contains(next)) {
            return unchanged();
        }
        var lastDay = member.lastDay();
        return placed(check(), member.code(), next, occasion)
                .that(!hasBegunSince(member, next.from(), occasion.today()), "/from", MOVE_NOT_LATER)
                .that(!member.left() || next.from().isAfter(Objects.requireNonNull(lastDay)), "/from", MOVE_NOT_LATER)
                .that(member.left() || lastDay == null || !next.from().isAfter(lastDay), "/from", MOVE_AFTER_LAST_DAY)
                .accept(() -> new TeamMemberMoved(
                        member.code(), next.team(), next.region(), next.from(), next.manager(), next.post()));
    }

    static Decision<Event> announce(TeamMember member, LocalDate lastDay, LocalDate today) {
        if (lastDay.equals(member.lastDay())) {
            return unchanged();
        }
        if (member.left()) {
            return refused(MEMBER_LEFT);
        }
        var holding = Objects.requireNonNullElse(
                member.postingOn(today), member.postings().getFirst());
        return check().notBeyond(NEAR, "/lastDay", lastDay, today)
                .that(!lastDay.isBefore(holding.from()), "/lastDay", LAST_DAY_TOO_EARLY)
                .then(() -> {
                    var announced = new TeamMemberDepartureAnnounced(member.code(), lastDay);
                    return accepted(
                            lastDay.isBefore(today)
                                    ? List.of(announced, new TeamMemberLeft(member.code(), lastDay))
                                    : List.of(announced));
                });
    }

    private static Checks placed(Checks checks, String code, Posting posting, Occasion occasion) {
        var manager = posting.manager();
        var post = posting.post();
        return checks.text("/team", posting.team(), WORD_MISSING)
                .text("/region", posting.region(), WORD_MISSING)
                .text("/post/duties", post == null ? null : post.duties(), WORD_MISSING)
                .text("/post/site", post == null ? null : post.site(), WORD_MISSING)
                .notBeyond(NEAR, "/from", posting.from(), occasion.today())
                .that(manager == null || !Codes.same(manager, code), "/manager", MANAGER_IS_SELF)
                .that(
                        manager == null
                                || MemberCode.holderOf(manager, occasion).isPresent(),
                        "/manager",
                        MANAGER_UNKNOWN);
    }

    private static boolean hasBegunSince(TeamMember member, LocalDate day, LocalDate today) {
        return member.postings().stream()
                .map(Posting::from)
                .anyMatch(from -> !from.isAfter(today) && !from.isBefore(day));
    }
}
