/** What may happen to a closure. Pure Java. */
@NullMarked
package io.milepost.delivery.closure.domain;

import org.jspecify.annotations.NullMarked;
