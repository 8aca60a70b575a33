/** Reference data: which team and region a member belonged to on a day, looked up when a report is read. */
package io.milepost.reporting.read.team;
