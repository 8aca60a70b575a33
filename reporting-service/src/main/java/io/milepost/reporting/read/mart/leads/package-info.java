/** Leads: where they came from, and what became of them. */
package io.milepost.reporting.read.mart.leads;
