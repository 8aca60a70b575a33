package io.milepost.platform.documents;

/** A problem that the platform itself answers with, as documents show it. */
public record PlatformProblem(String code, int status, String title) {}
