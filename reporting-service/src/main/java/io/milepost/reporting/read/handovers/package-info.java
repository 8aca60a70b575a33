/** Handovers of sold projects to delivery: how many were begun, accepted and returned by any day. */
package io.milepost.reporting.read.handovers;
