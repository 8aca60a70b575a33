/** What this service reads of the controlled documents of all services: only the fields that it uses. */
package io.milepost.delivery.inbound.document;
