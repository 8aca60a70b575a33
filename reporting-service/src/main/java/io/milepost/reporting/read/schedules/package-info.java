/** Reports that somebody is sent regularly: each run is made once, kept with its position and hash, listed and fetched. */
package io.milepost.reporting.read.schedules;
