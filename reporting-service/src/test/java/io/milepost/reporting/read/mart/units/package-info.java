/** Tests of what is reported of units and their sales. */
package io.milepost.reporting.read.mart.units;
