/** What this service reads of opportunity-service's events: only the fields that it uses. */
package io.milepost.contracts.inbound.opportunity;
