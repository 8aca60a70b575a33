/** The funnel: opportunities by stage, value and owner, win rate and conversion, on any day. */
@NullMarked
package io.milepost.reporting.read.funnel;

import org.jspecify.annotations.NullMarked;
