package io.milepost.contracts.kernel;

/** What money of a buyer is, before there is a contract; under one it is an advance or an instalment of the payment schedule (decision 20). */
public enum MoneyKind {
    /** 定金: it binds the buyer, and may be forfeited where the policy of the phase says so. */
    EARNEST_MONEY,
    /** 订金: it reserves the unit, and goes back in full whenever the sale does not come about. */
    DEPOSIT
}
