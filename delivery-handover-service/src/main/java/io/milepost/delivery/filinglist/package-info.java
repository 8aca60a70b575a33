/** What of a deal or a contract has to be filed, listed from what there is in all services, and what is filed of it. */
package io.milepost.delivery.filinglist;
