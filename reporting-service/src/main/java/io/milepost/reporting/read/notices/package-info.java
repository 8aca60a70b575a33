/** One inbox for a person, of what all services tell. */
package io.milepost.reporting.read.notices;
