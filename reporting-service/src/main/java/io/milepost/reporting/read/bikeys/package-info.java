/** Keys by which BI tools read reports: known from lead-service's events, and limited in how often they ask. */
package io.milepost.reporting.read.bikeys;
