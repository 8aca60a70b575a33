/** What may happen to the payments of a contract. Pure Java. */
package io.milepost.contracts.paymentschedule.domain;
