/** What this service reads of contract-service's events: only the fields that it uses. */
package io.milepost.leads.inbound.contract;
