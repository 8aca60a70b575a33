/** What is declared over sales: opportunities, the places of the sales staff, and their reports. */
package io.milepost.reporting.read.mart.sales;
