/** What may happen to the acceptance of a contract. Pure Java. */
package io.milepost.delivery.acceptance.domain;
