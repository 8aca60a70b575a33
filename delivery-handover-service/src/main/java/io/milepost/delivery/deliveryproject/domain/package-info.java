/** What a delivery project is and decides. Pure Java. */
@NullMarked
package io.milepost.delivery.deliveryproject.domain;

import org.jspecify.annotations.NullMarked;
