/** What this service reads of lead-service. */
package io.milepost.delivery.inbound.lead;
