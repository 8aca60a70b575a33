/** What this service reads of opportunity-service. */
package io.milepost.delivery.inbound.opportunity;
