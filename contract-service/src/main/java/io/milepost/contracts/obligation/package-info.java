/** The obligations of both sides under a signed contract: what is owed by whom by when, shown to be done, overdue or waived. */
package io.milepost.contracts.obligation;
