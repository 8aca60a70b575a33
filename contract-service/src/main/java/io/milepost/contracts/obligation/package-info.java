/** The obligations of both parties under a signed contract: what is owed by whom and by when, and whether it is fulfilled, overdue or waived. */
package io.milepost.contracts.obligation;
