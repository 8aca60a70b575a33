/** What reports read of delivery-handover-service's events. */
@NullMarked
package io.milepost.reporting.inbound.delivery;

import org.jspecify.annotations.NullMarked;
