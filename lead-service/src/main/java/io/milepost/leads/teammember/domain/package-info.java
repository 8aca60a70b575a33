/** What may happen to a team member. Pure Java. */
@NullMarked
package io.milepost.leads.teammember.domain;

import org.jspecify.annotations.NullMarked;
