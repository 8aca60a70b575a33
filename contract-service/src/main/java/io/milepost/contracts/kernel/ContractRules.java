package io.milepost.contracts.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a sales process says of its contracts, beside who reviews them and what both sides owe.
 *
 * @param collection how their money is collected; as {@link StandardCollection} says when absent
 * @param contents what a contract of a type has to state; all of it where its type is not named
 */
public record ContractRules(
        @Nullable CollectionTerms collection, @Nullable List<RequiredContents> contents) {
    public ContractRules {
        contents = contents == null || contents.isEmpty() ? null : List.copyOf(contents);
    }

    /** The type of a contract follows from what it is based on; what was signed before the system knew of it is not asked. */
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

    /** What a contract of this type has to state, in the order of the contents. */
    public static List<Content> needed(@Nullable ContractRules rules, ContractType type) {
        var said = rules == null ? null : rules.contents();
        var named = Objects.requireNonNullElse(said, List.<RequiredContents>of()).stream()
                .filter(contents -> contents.type() == type)
                .findFirst();
        return Arrays.stream(Content.values())
                .filter(content -> named.isEmpty() || named.get().needed().contains(content))
                .toList();
    }
}
