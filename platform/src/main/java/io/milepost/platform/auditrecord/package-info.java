/** What stands on record of a service's own conduct: whom it refused what, and what its operators did. Who writes it is in {@code trail}. */
package io.milepost.platform.auditrecord;
