/** Units for sale, and what is still to be paid and signed for those that are taken. */
package io.milepost.reporting.read.mart.units;
