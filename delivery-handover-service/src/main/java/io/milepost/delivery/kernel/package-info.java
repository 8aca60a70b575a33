/** What the closure of a delivery and that of a sales project have in common (decision 38). */
@NullMarked
package io.milepost.delivery.kernel;

import org.jspecify.annotations.NullMarked;
