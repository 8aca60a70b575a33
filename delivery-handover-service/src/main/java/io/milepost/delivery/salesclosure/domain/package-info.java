/** What may happen to the closure of a sales project. Pure Java. */
@NullMarked
package io.milepost.delivery.salesclosure.domain;

import org.jspecify.annotations.NullMarked;
