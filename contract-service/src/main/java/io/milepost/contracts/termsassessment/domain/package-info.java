/** What an assessment of standard terms decides; pure. */
@NullMarked
package io.milepost.contracts.termsassessment.domain;

import org.jspecify.annotations.NullMarked;
