/** Deviations of a delivery in time, cost, quality and risk, and their corrections. */
package io.milepost.delivery.deviation;
