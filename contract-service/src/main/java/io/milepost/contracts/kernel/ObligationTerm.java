package io.milepost.contracts.kernel;

/**
 * What one side owes the other under every contract of a sales process, once it is signed.
 *
 * @param daysAfterSigning its last day, counted from the day on which both have signed
 */
public record ObligationTerm(String code, Debtor debtor, String title, int daysAfterSigning) {}
