package io.milepost.leads.automation;

import io.milepost.leads.account.Account.AbsorbAccount;
import io.milepost.leads.account.Account.ReleaseAccount;
import io.milepost.leads.inbound.lead.AccountMerged;
import io.milepost.leads.inbound.lead.AccountUnmerged;
import io.milepost.leads.inbound.lead.MergedAccount;
import io.milepost.platform.inbox.Automation;
import io.milepost.platform.inbox.Reaction;
import java.util.Optional;
import java.util.Set;

/**
 * A surviving account takes over what is known of the one that was merged into it, also what becomes known of that one later, and gives it
 * back when the merge is undone. An account that a merge names was there when it was decided.
 */
public final class WhenAccountMergedThenSurvivorFollows {

    public static final Automation<AccountMerged> MERGED = new Automation<>(
            "when-account-merged-then-survivor-absorbs-it",
            "lead",
            "account.merged.v1",
            AccountMerged.class,
            (cause, merged) -> Optional.of(new Reaction.Command(merged.into(), new AbsorbAccount(cause.subject()))),
            Set.of());

    public static final Automation<AccountUnmerged> UNMERGED = new Automation<>(
            "when-account-unmerged-then-survivor-releases-it",
            "lead",
            "account.unmerged.v1",
            AccountUnmerged.class,
            (cause, unmerged) ->
                    Optional.of(new Reaction.Command(unmerged.from(), new ReleaseAccount(cause.subject()))),
            Set.of());

    public static final Automation<MergedAccount> CUSTOMER =
            later("when-merged-account-becomes-customer-then-survivor-learns", "account.became-customer.v1");

    public static final Automation<MergedAccount> ACTIVE =
            later("when-merged-account-is-active-then-survivor-learns", "account.activity-noted.v1");

    public static final Automation<MergedAccount> ABSORBING =
            later("when-merged-account-absorbs-another-then-survivor-learns", "account.absorbed.v1");

    public static final Automation<MergedAccount> RELEASING =
            later("when-merged-account-releases-another-then-survivor-learns", "account.released.v1");

    private WhenAccountMergedThenSurvivorFollows() {}

    private static Automation<MergedAccount> later(String name, String type) {
        return new Automation<>(
                name,
                "lead",
                type,
                MergedAccount.class,
                (cause, merged) -> Optional.ofNullable(merged.mergedInto())
                        .map(into -> new Reaction.Command(into, new AbsorbAccount(cause.subject()))),
                Set.of());
    }
}
