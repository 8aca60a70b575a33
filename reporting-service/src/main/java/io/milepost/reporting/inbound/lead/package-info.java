/** What reports read of lead-service's events. */
@NullMarked
package io.milepost.reporting.inbound.lead;

import org.jspecify.annotations.NullMarked;
