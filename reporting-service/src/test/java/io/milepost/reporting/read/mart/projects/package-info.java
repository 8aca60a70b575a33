/** Sales projects. */
package io.milepost.reporting.read.mart.projects;
