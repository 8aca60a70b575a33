/** What a service holds of one person, and how it forgets it when the erasure of a person is asked for in lead-service. */
package io.milepost.platform.privacy;
