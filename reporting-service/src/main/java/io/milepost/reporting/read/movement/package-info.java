/** The movement report: how the value of open deals on one day became that of another, and which deals did it. */
@NullMarked
package io.milepost.reporting.read.movement;

import org.jspecify.annotations.NullMarked;
