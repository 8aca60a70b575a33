/** Milestones of sales and delivery, plan against actual. */
package io.milepost.reporting.read.mart.milestones;
