/** What may happen to the acceptance of a contract. Pure Java. */
@NullMarked
package io.milepost.delivery.acceptance.domain;

import org.jspecify.annotations.NullMarked;
