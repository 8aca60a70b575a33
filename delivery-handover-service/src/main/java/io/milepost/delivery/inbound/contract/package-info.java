/** What this service reads of contract-service's events: only the fields that it uses. */
@NullMarked
package io.milepost.delivery.inbound.contract;

import org.jspecify.annotations.NullMarked;
