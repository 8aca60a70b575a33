/** What reports read of contract-service's events. */
package io.milepost.reporting.inbound.contract;
