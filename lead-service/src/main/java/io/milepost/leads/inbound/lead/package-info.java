/** What this service reads of its own events, where one entity follows another: only the fields that it uses. */
package io.milepost.leads.inbound.lead;
