/** Markets and shares of them. */
package io.milepost.reporting.read.mart.markets;
