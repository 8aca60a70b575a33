package io.milepost.leads.administration.bikey;

import static io.milepost.leads.administration.bikey.BiKey.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets one BI tool, which has no tokens, read reports: by this key's id and a secret that only the tool knows.
 *
 * @param secretHash SHA-256 of the secret, 64 hexadecimal digits
 * @param member whose sight it has; null for one that sees everything
 * @param access whose rows it reads, beginning with the member's own
 * @param lastDay the last day on which it opens anything; null for no end
 * @param revoked why it opens nothing any more
 */
public record BiKey(
        String name,
        String secretHash,
        @Nullable String member,
        Access access,
        @Nullable LocalDate lastDay,
        @Nullable String revoked) {
    static final Decider<BiKey, Command, Event> DECIDER = new Decider<>(BiKey::decide, BiKey::begin, BiKey::evolve);

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Makes a key for one tool or one person's spreadsheet. The secret itself is never said: whoever issues the key draws at
     * least 256 random bits, keeps them, and states their hash.
     *
     * @param name of the tool, as a list shows it
     * @param access OWN where it is absent and a member is named, ALL where neither is
     */
    public record IssueBiKey(
            String name,
            String secretHash,
            @Nullable String member,
            @Nullable Access access,
            @Nullable LocalDate lastDay) {}

    public sealed interface Command {}

    /** The former secret opens nothing from now on. */
    public record ReplaceSecret(String secretHash) implements Command {}

    /** For good: a tool that is to read again gets another key. */
    public record RevokeBiKey(@Limit(Limit.NOTE) String reason) implements Command {}

    public sealed interface Event {}

    public record BiKeyIssued(
            String name,
            String secretHash,
            @Nullable String member,
            Access access,
            @Nullable LocalDate lastDay) implements Event {}

    public record BiKeySecretReplaced(String secretHash) implements Event {}

    public record BiKeyRevoked(String reason) implements Event {}

    public enum No implements Refusal {
        KEY_REVOKED(state("the key is revoked")),
        MEMBER_UNKNOWN(state("no team member has the code of the member")),
        MEMBER_MISSING(rule("a key that does not see everything must name the member whose sight it has")),
        NAME_MISSING(rule("a key needs a name with at least one visible character")),
        HASH_UNREADABLE(rule("a hash of a secret is SHA-256 in 64 lower-case hexadecimal digits")),
        LAST_DAY_PAST(rule("the last day of a new key cannot have passed"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** Whose rows a key reads, from the narrowest on; as the claim {@code access} of a token. */
    public enum Access {
        OWN,
        TEAM,
        SUBTREE,
        ALL
    }

    static Decision<Event> issue(IssueBiKey issue, Occasion occasion) {
        var member = issue.member();
        var lastDay = issue.lastDay();
        var usual = member == null ? Access.ALL : Access.OWN;
        var access = issue.access() == null ? usual : issue.access();
        return check().text("/name", issue.name(), NAME_MISSING)
                .that(isHash(issue.secretHash()), "/secretHash", HASH_UNREADABLE)
                .that(member == null || MemberCode.holderOf(member, occasion).isPresent(), "/member", MEMBER_UNKNOWN)
                .that(member != null || access == Access.ALL, "/member", MEMBER_MISSING)
                .that(lastDay == null || !lastDay.isBefore(occasion.today()), "/lastDay", LAST_DAY_PAST)
                .accept(() -> new BiKeyIssued(
                        issue.name(),
                        issue.secretHash(),
                        member == null ? null : Codes.canonical(member),
                        access,
                        lastDay));
    }

    static Decision<Event> decide(BiKey key, Command command, Occasion occasion) {
        return switch (command) {
            case ReplaceSecret(var hash) -> key.replace(hash);
            case RevokeBiKey(var reason) -> key.revoke(reason);
        };
    }

    static BiKey begin(Event first) {
        var issued = (BiKeyIssued) first;
        return new BiKey(issued.name(), issued.secretHash(), issued.member(), issued.access(), issued.lastDay(), null);
    }

    static BiKey evolve(BiKey key, Event event) {
        return switch (event) {
            case BiKeyIssued _ -> key;
            case BiKeySecretReplaced(var hash) ->
                new BiKey(key.name, hash, key.member, key.access, key.lastDay, key.revoked);
            case BiKeyRevoked(var reason) ->
                new BiKey(key.name, key.secretHash, key.member, key.access, key.lastDay, reason);
        };
    }

    private Decision<Event> replace(String hash) {
        if (revoked != null) {
            return refused(KEY_REVOKED);
        }
        if (hash.equals(secretHash)) {
            return unchanged();
        }
        return check().that(isHash(hash), "/secretHash", HASH_UNREADABLE).accept(() -> new BiKeySecretReplaced(hash));
    }

    private Decision<Event> revoke(String reason) {
        if (revoked != null) {
            return revoked.equals(reason) ? unchanged() : refused(KEY_REVOKED);
        }
        return check().reason("/reason", reason).accept(() -> new BiKeyRevoked(reason));
    }

    private static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
