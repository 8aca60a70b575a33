/**
 * The local stack: a database that speaks the MongoDB protocol, a Kafka broker and a token issuer, in one process and
 * without Docker. The database and the broker are used by the in-process tests too. Nothing here knows the business.
 */
package io.milepost.local;
