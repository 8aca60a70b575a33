/** Reference data: which team and region a member belonged to on a day, looked up when a report is read. */
@NullMarked
package io.milepost.reporting.read.team;

import org.jspecify.annotations.NullMarked;
