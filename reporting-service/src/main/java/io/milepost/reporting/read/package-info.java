/** The reports, one folder each, and the HTTP rules that they share. */
package io.milepost.reporting.read;
