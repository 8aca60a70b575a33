/** At how much of one currency another one is taken, and since when. */
package io.milepost.reporting.read.mart.rates;
