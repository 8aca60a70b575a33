package io.milepost.contracts.kernel;

import io.milepost.platform.decision.Limit;

/**
 * A clause to whose wording the company has agreed in advance.
 *
 * @param mandatory whether a contract has to have a clause of this code, be it worded otherwise
 */
public record StandardClause(
        String code, String title, @Limit(Limit.TEXT) String text, boolean mandatory) {}
