/**
 * The projection engine: events to views, views to contributions, contributions to cells, with the effect of exactly
 * once under redelivery, crashes and two instances at work. Knows neither a report nor a kind of event.
 *
 * <p>An event changes one view. What the view contributed before is taken back and what it contributes now is added,
 * both booked on one day, so a cell holds movements by day and a state of any past day is the sum up to it. A cell keeps
 * per partition the position up to which it has booked (its guard) and moves it together with the amounts.
 *
 * <p>An event that cannot be read, folded or counted sets its subject aside: nothing of the subject is counted from that event on,
 * what was counted before stays. This is noted in a document of its own, before anything else of the batch is written. So as long as an
 * event is not noted, nothing of the subject from that event on is in any view or cell, and once it is, nothing ever comes: whoever dies
 * between two writes, and whichever version goes on. A generation never takes a note back. Under rules that can read the event
 * the next generation, which reads from the first event, has all of it.
 *
 * <p>Cells and sums are 64 bits wide and never wrap. One subject adds at most 10^15 minor units to a sum ({@link
 * io.milepost.reporting.read.cells.Amounts}), ten trillion dollars; a larger amount sets it aside. An event takes back and adds, so it
 * moves a cell by at most twice that, and the 500 events of a batch by at most 10^18: what is summed in memory fits. A stored sum
 * takes 9,223 subjects of the largest size; what would wrap it is not moved, for a move of more than 10^9 is made under the condition
 * that there is room, and what is smaller would have to come more than 10^9 times on one day. Then the partition stands still, as it
 * does while the database is away, rather than tell a wrong number. Sums over cells are exact or fail, and the report answers 422.
 * Without this bound a single deal could use up what all others need.
 */
package io.milepost.reporting.read.cells;
