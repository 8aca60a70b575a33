/** The one declaration of an aggregate: its commands with paths and roles, its events with names, versions, tags and personal fields. Routes, storage, headers, documents and metrics are read from it. */
package io.milepost.platform.catalogue;
