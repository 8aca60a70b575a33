/** What is declared over what follows a contract. */
package io.milepost.reporting.mart.delivery;
