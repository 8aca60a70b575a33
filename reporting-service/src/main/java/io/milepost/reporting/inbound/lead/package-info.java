/** What reports read of lead-service's events. */
package io.milepost.reporting.inbound.lead;
