/** Milestones of sales and delivery, plan against actual. */
@NullMarked
package io.milepost.reporting.read.milestones;

import org.jspecify.annotations.NullMarked;
