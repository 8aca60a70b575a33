package io.milepost.leads.administration.bikey;

import static io.milepost.platform.catalogue.Role.OPERATOR;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.leads.administration.bikey.BiKey.*;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The BI key's commands and events. Hashes of secrets are in events, for reporting-service to hold secrets against, and in no read. */
public final class BiKeyCatalogue {

    public static final Catalogue<BiKey, Command, Event> BI_KEY = Catalogue.of("bi-key", "bi-keys", BiKey.DECIDER)
            .creates(IssueBiKey.class, BiKey::issue, OPERATOR)
            .claims(IssueBiKey.class, MemberCode.TAG, (_, _, issue) -> MemberCode.spellings(issue.member()))
            .command(ReplaceSecret.class, OPERATOR)
            .command(RevokeBiKey.class, OPERATOR)
            .event(BiKeyIssued.class, "bi-key.issued", 1)
            .event(BiKeySecretReplaced.class, "bi-key.secret-replaced", 1)
            .event(BiKeyRevoked.class, "bi-key.revoked", 1)
            .openTo(OPERATOR)
            .refusals(No.class, REASON_MISSING)
            .view(View.class, View::of);

    private BiKeyCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status ISSUED or REVOKED
     * @param member whose sight it has; absent where it sees everything
     * @param access whose rows it reads: OWN, TEAM, SUBTREE or ALL
     * @param lastDay on which it opens anything
     * @param reason why it was revoked
     */
    public record View(
            String status,
            String name,
            @Nullable String member,
            Access access,
            @Nullable LocalDate lastDay,
            @Nullable String reason) {
        static View of(BiKey key) {
            return new View(
                    key.revoked() == null ? "ISSUED" : "REVOKED",
                    key.name(),
                    key.member(),
                    key.access(),
                    key.lastDay(),
                    key.revoked());
        }
    }
}
