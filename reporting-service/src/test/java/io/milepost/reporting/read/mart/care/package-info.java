/** After the sale. */
package io.milepost.reporting.read.mart.care;
