package io.milepost.leads.teammember.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of a team member.
 *
 * @param status REGISTERED, the only one so far
 * @param postings from the first to the latest; the latest may begin on a day to come
 */
public record TeamMemberView(String status, String code, List<Posting> postings) {

    public static @Nullable TeamMemberView of(TeamMember state) {
        return switch (state) {
            case TeamMember.Unknown _ -> null;
            case TeamMember.Registered(var code, var postings) -> new TeamMemberView("REGISTERED", code, postings);
        };
    }
}
