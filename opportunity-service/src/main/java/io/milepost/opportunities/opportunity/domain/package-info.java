/** What may happen to an opportunity. Pure Java. */
package io.milepost.opportunities.opportunity.domain;
