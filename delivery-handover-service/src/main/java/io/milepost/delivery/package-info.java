/** Handover to delivery, acceptance, settlement and closure. It decides nothing yet: the service stands with its database, topic and place in everything. */
@NullMarked
package io.milepost.delivery;

import org.jspecify.annotations.NullMarked;
