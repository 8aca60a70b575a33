/** What this service reads of its own published events, where one of its aggregates follows another: only the fields that it uses. */
package io.milepost.delivery.inbound.delivery;
