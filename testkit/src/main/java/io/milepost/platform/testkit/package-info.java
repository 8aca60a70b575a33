/**
 * What the tests of every service share: scenarios and laws over deciders, the walk over the catalogues, the approved contract files,
 * the architecture rules and the suite's parts in-process. No test base class; a service's test calls what it needs.
 */
package io.milepost.platform.testkit;
