/** What all services share technically; each package is a small library of its own. */
package io.milepost.platform;
