/** What is asked of a report, made into SQL with bound parameters, and read in one snapshot with the positions that it is of. */
package io.milepost.reporting.read.mart.query;
