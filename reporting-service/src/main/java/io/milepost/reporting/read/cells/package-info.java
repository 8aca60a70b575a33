/**
 * The projection engine: events to views, views to contributions, contributions to cells, with the effect of exactly
 * once under redelivery, crashes and two instances at work. Knows neither a report nor a kind of event.
 *
 * <p>An event changes one view. What the view contributed before is taken back and what it contributes now is added,
 * both booked on one day, so a cell holds movements by day and a state of any past day is the sum up to it. A cell keeps
 * per partition the position up to which it has booked (its guard) and moves it together with the amounts.
 */
@NullMarked
package io.milepost.reporting.read.cells;

import org.jspecify.annotations.NullMarked;
