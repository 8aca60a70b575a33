/** What was learned from projects, each thing an entity of its own, so that it can be searched for over all projects. */
package io.milepost.delivery.lesson;
