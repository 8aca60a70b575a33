/** Whom the service believes: bearer tokens of one OIDC issuer, the roles that they carry, and what is open without one. */
@NullMarked
package io.milepost.platform.security;

import org.jspecify.annotations.NullMarked;
