/** What this service reads of delivery-handover-service's events: only the fields that it uses. */
package io.milepost.opportunities.inbound.delivery;
