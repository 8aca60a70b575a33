package io.milepost.opportunities.opportunity.domain.salesprocess;

/**
 * The least that must be done before a deal has truly entered a stage.
 *
 * @param recurring may be reached on more than one day, as a product is shown more than once
 */
public record Milestone(String code, String meaning, boolean recurring) {}
