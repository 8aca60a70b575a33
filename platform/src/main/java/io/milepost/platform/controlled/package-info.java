/** Controlled documents and their kinds: one pair of aggregates, which each service names among what it decides. */
package io.milepost.platform.controlled;
