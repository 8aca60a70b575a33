/** Handovers of sold projects to delivery: how many were begun, accepted and returned by any day. */
@NullMarked
package io.milepost.reporting.read.handovers;

import org.jspecify.annotations.NullMarked;
