/** What reports read of contract-service's events. */
@NullMarked
package io.milepost.reporting.inbound.contract;

import org.jspecify.annotations.NullMarked;
