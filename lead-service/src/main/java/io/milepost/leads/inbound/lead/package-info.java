/** What automations of this service read of its own events: only the fields that they use. */
package io.milepost.leads.inbound.lead;
