/** What is declared over contracts and the money that they bring in. */
package io.milepost.reporting.read.mart.contracts;
