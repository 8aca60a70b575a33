/** What a delivery project is and decides. Pure Java. */
package io.milepost.delivery.deliveryproject.domain;
