/** What may happen to the closure of a sales project. Pure Java. */
package io.milepost.delivery.salesclosure.domain;
