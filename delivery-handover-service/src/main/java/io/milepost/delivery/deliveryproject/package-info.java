/** The delivery of what a contract promised: team, plan, milestones and issues. It exists only once the handover was accepted, and is complete when every milestone is reached and no issue is open. */
@NullMarked
package io.milepost.delivery.deliveryproject;

import org.jspecify.annotations.NullMarked;
