/** The early assessment of the standard contract terms against what a deal asks for, before there is a draft. */
package io.milepost.contracts.termsassessment;
