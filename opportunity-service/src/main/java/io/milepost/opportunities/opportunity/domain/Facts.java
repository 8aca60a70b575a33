package io.milepost.opportunities.opportunity.domain;

/**
 * What is true of an open deal in whatever stage it stands; a criterion that nobody states is shown by one of these.
 *
 * @param qualified passed gate G04
 * @param authorized passed gate G06
 * @param termsAgreed the customer accepted a quotation
 */
record Facts(boolean qualified, boolean authorized, boolean termsAgreed) {}
