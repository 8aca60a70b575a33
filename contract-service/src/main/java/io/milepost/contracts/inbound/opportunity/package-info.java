/** What this service reads of opportunity-service's events: only the fields that it uses. */
@NullMarked
package io.milepost.contracts.inbound.opportunity;

import org.jspecify.annotations.NullMarked;
