/** Durable due dates: what the service's entities wait for, kept as a read model of its log; when one is due, a command is sent and the state decides whether it still matters. */
package io.milepost.platform.timer;
