package io.milepost.opportunities.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sales process says of the contracts of its deals, beside who reviews them and what both sides owe. What is absent is in
 * contract-service as it is where no process says anything.
 *
 * @param collection how their money is collected
 * @param contents what a contract of a type has to state before anybody reviews it; all of it where its type is not named
 */
public record ContractRules(
        @Nullable Collection collection, @Nullable List<RequiredContents> contents) {
    public ContractRules {
        contents = contents == null || contents.isEmpty() ? null : List.copyOf(contents);
    }

    boolean isEmpty() {
        return collection == null && contents == null;
    }

    /**
     * How money is collected.
     *
     * @param remindDaysBefore how many days before it is to be paid the owner of an instalment is reminded
     * @param escalateDaysAfter how many days after that day the manager learns that it is still open
     * @param writeOffLimits how much each may give up of one contract
     * @param holdOnMissedAdvance whether no order is confirmed while an advance is missed (gate G15); orders go on when absent
     * @param collectWhileDisputed whether a disputed settlement changes nothing; when absent, collecting pauses
     */
    public record Collection(
            int remindDaysBefore,
            int escalateDaysAfter,
            @Nullable List<WriteOffLimit> writeOffLimits,
            @Nullable Boolean holdOnMissedAdvance,
            @Nullable Boolean collectWhileDisputed) {
        public Collection {
            writeOffLimits = writeOffLimits == null || writeOffLimits.isEmpty() ? null : List.copyOf(writeOffLimits);
        }
    }

    /** Who may give up money that is owed. */
    public enum MoneyApprover {
        FINANCE,
        SALES_MANAGER,
        SPONSOR
    }

    /**
     * How much an approver may give up of one contract in all.
     *
     * @param upTo itself allowed; all when absent
     * @param currency of that amount, of which an approver may have one each; in any other it takes whoever has no limit. Absent in
     *     versions from before it was asked for, where the amount is in the currency of the contract
     */
    public record WriteOffLimit(
            MoneyApprover by,
            @Nullable BigDecimal upTo,
            @Nullable Currency currency) {}

    /** The type of a contract follows from what it is based on; a migrated one is as complete as it was when it was signed. */
    public enum ContractType {
        QUOTATION,
        FRAMEWORK,
        RENEWAL
    }

    /** What a contract can have to state; its value it always has. */
    public enum Content {
        /** Lines of products with quantities and prices. */
        PRODUCTS,
        QUALITY_STANDARD,
        DELIVERY_DEADLINE,
        PAYMENT_METHOD,
        SCOPE,
        DURATION
    }

    /** What a contract of this type has to state (decision 28). */
    public record RequiredContents(ContractType type, List<Content> needed) {
        public RequiredContents {
            needed = List.copyOf(needed);
        }
    }
}
