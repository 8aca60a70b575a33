/** What this service reads of opportunity-service. */
@NullMarked
package io.milepost.delivery.inbound.opportunity;

import org.jspecify.annotations.NullMarked;
