package io.milepost.leads.account;

import static io.milepost.leads.account.Account.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.leads.account.Account.*;
import io.milepost.leads.account.AccountEvent.*;
import io.milepost.leads.kernel.MemberCode;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Who needs attention, and who gives none: customers that buy, sleep and wake, key and problem customers. */
final class Attention {

    private Attention() {}

    /** Only the first contract makes a customer; each later one shows that it is active. */
    static Decision<AccountEvent> sign(Account account, UUID contract, LocalDate on) {
        var customer = account.relation().customer();
        if (customer == null) {
            return accepted(new AccountBecameCustomer(contract, on, account.mergedInto()));
        }
        return customer.contractId().equals(contract) ? unchanged() : active(account, on);
    }

    static Decision<AccountEvent> note(Account account, LocalDate on, LocalDate today) {
        return check().notAfter("/on", on, today).then(() -> active(account, on));
    }

    private static Decision<AccountEvent> active(Account account, LocalDate on) {
        return account.relation().lastActive().filter(last -> !on.isAfter(last)).isPresent()
                ? unchanged()
                : accepted(new AccountActivityNoted(on, account.mergedInto()));
    }

    static Decision<AccountEvent> rest(Account account, String reason, LocalDate today) {
        var relation = account.relation();
        if (relation.first().isEmpty()) {
            return refused(NOT_A_CUSTOMER);
        }
        var dormant = relation.dormant();
        if (dormant == null) {
            return check().reason("/reason", reason).accept(() -> new AccountBecameDormant(today, reason));
        }
        return reason.equals(dormant.reason()) ? unchanged() : refused(ACCOUNT_DORMANT);
    }

    /** The clock may be late: by then it may have been active again, or merged. */
    static Decision<AccountEvent> fallAsleep(Account account, LocalDate last, LocalDate today) {
        return Attention.waitsForSleep(account)
                        && account.relation().lastActive().filter(last::equals).isPresent()
                ? accepted(new AccountBecameDormant(today, null))
                : unchanged();
    }

    static boolean waitsForSleep(Account account) {
        var relation = account.relation();
        return relation.first().isPresent() && relation.dormant() == null && account.merged() == null;
    }

    static Decision<AccountEvent> wake(Account account, String reason, LocalDate today) {
        if (account.relation().first().isEmpty()) {
            return refused(NOT_A_CUSTOMER);
        }
        return account.relation().dormant() == null
                ? unchanged()
                : check().reason("/reason", reason).accept(() -> new AccountReactivated(today, reason));
    }

    /** Another reason, or another manager who takes over, is a flag anew. */
    static Decision<AccountEvent> flag(Account account, FlagAccount flag, Occasion occasion) {
        var key = occasion.digest("reason").orElse(null);
        boolean known = account.flags().stream()
                .anyMatch(before -> before.flag() == flag.flag()
                        && Codes.same(before.manager(), flag.manager())
                        && Objects.equals(before.reasonKey(), key));
        return check().reason("/reason", flag.reason())
                .that(MemberCode.holderOf(flag.manager(), occasion).isPresent(), "/manager", MANAGER_UNKNOWN)
                .then(() -> known
                        ? unchanged()
                        : accepted(new AccountFlagged(flag.flag(), flag.reason(), flag.manager(), key)));
    }

    static Decision<AccountEvent> unflag(Account account, UnflagAccount unflag) {
        return account.flags().stream().noneMatch(flagged -> flagged.flag() == unflag.flag())
                ? refused(NOT_FLAGGED)
                : check().reason("/reason", unflag.reason())
                        .accept(() -> new AccountUnflagged(unflag.flag(), unflag.reason()));
    }
}
