/** What may happen to a closure. Pure Java. */
package io.milepost.delivery.closure.domain;
