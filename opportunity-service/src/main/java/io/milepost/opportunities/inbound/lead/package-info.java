/** What this service reads of lead-service's events: only the fields that it uses. */
package io.milepost.opportunities.inbound.lead;
