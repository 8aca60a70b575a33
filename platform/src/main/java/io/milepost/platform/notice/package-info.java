/** What people are told because a fact or a fault asks for somebody: raised once for each cause, addressed by what somebody is to it, acknowledged by one of those. Knows no business word. */
package io.milepost.platform.notice;
