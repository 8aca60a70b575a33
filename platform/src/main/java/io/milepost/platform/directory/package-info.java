/** The own staff as each instance hears of it from lead-service: who is in which team and reports to whom today. Kept in memory, read from the first event on at each start. */
package io.milepost.platform.directory;
