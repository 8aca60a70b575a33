/** Campaigns. */
package io.milepost.reporting.read.mart.campaigns;
