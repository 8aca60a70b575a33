/** How large markets are, and what part of them is ours. */
package io.milepost.reporting.read.mart.markets;
