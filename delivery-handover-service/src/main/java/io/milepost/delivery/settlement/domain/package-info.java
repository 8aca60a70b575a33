/** What may happen to a settlement. Pure Java. */
@NullMarked
package io.milepost.delivery.settlement.domain;

import org.jspecify.annotations.NullMarked;
