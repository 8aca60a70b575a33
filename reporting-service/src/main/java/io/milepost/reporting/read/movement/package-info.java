/** The movement report: how the value of open deals on one day became that of another, and which deals did it. */
package io.milepost.reporting.read.movement;
