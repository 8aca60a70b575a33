/** What a handover is and decides. Pure Java. */
package io.milepost.delivery.handover.domain;
