/** The delivery of what a contract promised: team, plan, milestones and issues. It exists only once the handover was accepted, and is complete when every milestone is reached and no issue is open. */
package io.milepost.delivery.deliveryproject;
