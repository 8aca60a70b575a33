/** What reports read of opportunity-service's events. */
@NullMarked
package io.milepost.reporting.inbound.opportunity;

import org.jspecify.annotations.NullMarked;
