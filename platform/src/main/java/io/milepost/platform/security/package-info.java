/** Whom the service believes: bearer tokens of one OIDC issuer, the roles that they carry, and what is open without one. */
package io.milepost.platform.security;
