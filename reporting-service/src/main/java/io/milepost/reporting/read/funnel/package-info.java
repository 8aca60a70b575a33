/** The funnel: opportunities by stage, value and owner, win rate and conversion, on any day. */
package io.milepost.reporting.read.funnel;
