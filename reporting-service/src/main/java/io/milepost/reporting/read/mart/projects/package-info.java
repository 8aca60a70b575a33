/** Sales projects: their risks, what they cost, and what came of them. */
package io.milepost.reporting.read.mart.projects;
