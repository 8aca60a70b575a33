/** What reports read of opportunity-service's events. */
package io.milepost.reporting.inbound.opportunity;
