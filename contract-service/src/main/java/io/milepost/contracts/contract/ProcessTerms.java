package io.milepost.contracts.contract;

import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a sales process says of its contracts.
 *
 * @param process its name, as it is spelled where it was published
 * @param rules who reviews them
 * @param asked what has to be done before anybody signs; absent where nothing has
 * @param obligations what both sides owe under them; absent where nothing is
 * @param contractRules how their money is collected, and what they have to state; absent where nothing is said of it
 */
record ProcessTerms(
        String process,
        List<ReviewRule> rules,
        @Nullable List<SigningStep> asked,
        @Nullable List<ObligationTerm> obligations,
        @Nullable ContractRules contractRules) {
    public ProcessTerms {
        rules = List.copyOf(rules);
        asked = asked == null ? null : List.copyOf(asked);
        obligations = obligations == null ? null : List.copyOf(obligations);
    }
}
