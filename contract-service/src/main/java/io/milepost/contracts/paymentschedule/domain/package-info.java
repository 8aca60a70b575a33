/** What may happen to the payments of a contract. Pure Java. */
@NullMarked
package io.milepost.contracts.paymentschedule.domain;

import org.jspecify.annotations.NullMarked;
