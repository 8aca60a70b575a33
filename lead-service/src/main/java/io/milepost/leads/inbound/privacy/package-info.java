/** What this service reads of the events by which every service says that it has erased a person. */
package io.milepost.leads.inbound.privacy;
