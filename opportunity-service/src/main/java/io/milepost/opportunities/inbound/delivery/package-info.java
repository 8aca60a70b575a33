/** What this service reads of delivery-handover-service's events: only the fields that it uses. */
@NullMarked
package io.milepost.opportunities.inbound.delivery;

import org.jspecify.annotations.NullMarked;
