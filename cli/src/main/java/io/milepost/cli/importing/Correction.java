package io.milepost.cli.importing;

/**
 * A cell that was read as somebody meant it.
 *
 * @param line where it stands
 * @param given as the file spells it
 * @param taken as it is sent
 */
record Correction(FileKind kind, long line, String column, String given, String taken) {}
