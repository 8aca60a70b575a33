/** What becomes of customers after the sale: satisfaction, service cases and return visits. */
package io.milepost.reporting.read.mart.care;
