/** Who may read what is sealed of persons, by role and field. Knows no aggregate and no HTTP. */
package io.milepost.platform.personal;
