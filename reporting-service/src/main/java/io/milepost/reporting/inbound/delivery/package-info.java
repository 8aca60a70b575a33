/** What reports read of delivery-handover-service's events. */
package io.milepost.reporting.inbound.delivery;
