/** What a handover is and decides. Pure Java. */
@NullMarked
package io.milepost.delivery.handover.domain;

import org.jspecify.annotations.NullMarked;
