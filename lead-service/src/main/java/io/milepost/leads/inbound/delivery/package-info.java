/** What this service reads of the events of delivery-handover-service: only the fields that it uses. */
package io.milepost.leads.inbound.delivery;
