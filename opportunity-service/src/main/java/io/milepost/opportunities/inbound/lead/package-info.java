/** What this service reads of lead-service's events: only the fields that it uses. */
@NullMarked
package io.milepost.opportunities.inbound.lead;

import org.jspecify.annotations.NullMarked;
