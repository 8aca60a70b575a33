/**
 * Reports over all services, read from their events alone. It decides nothing: every number is a sum of movements that
 * events caused, and says up to which position and how late it is.
 */
package io.milepost.reporting;
