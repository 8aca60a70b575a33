/** What may happen to an opportunity. Pure Java. */
@NullMarked
package io.milepost.opportunities.opportunity.domain;

import org.jspecify.annotations.NullMarked;
