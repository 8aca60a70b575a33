package io.milepost.suite.alerts;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** A dashboard as a picture: its panels where they lie, drawn from what their queries have answered. No Grafana has a part in it. */
final class BoardPicture {
    private static final int COLUMN = 56;
    private static final int LINE = 26;
    private static final int GAP = 6;
    private static final int LEFT = 64;
    private static final int HEAD = 24;
    private static final int FOOT = 18;
    private static final int LEGENDS = 6;

    private static final Color PAPER = new Color(0xF4F5F7);
    private static final Color INK = new Color(0x1F2430);
    private static final Color FAINT = new Color(0xD7DAE0);
    private static final Color SOFT = new Color(0x5F6775);
    private static final List<Color> LINES = List.of(
            new Color(0x2F6DB5),
            new Color(0xD9772B),
            new Color(0x3A9155),
            new Color(0xB23A48),
            new Color(0x7A55B0),
            new Color(0x8A6A4F),
            new Color(0xC25A9B),
            new Color(0x5D6B7A),
            new Color(0xA3A02B),
            new Color(0x2A9AA8));
    private static final Pattern LABEL = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private final BufferedImage image;
    private final Graphics2D paint;
    private final long from;
    private final long to;

    /** One line of a panel: its name, and times in seconds with values. */
    record Series(String name, List<double[]> points) {
        /** As Prometheus answers a range, named as the panel names it. */
        static Series of(JsonNode series, String legend) {
            var name = LABEL.matcher(legend)
                    .replaceAll(label -> Matcher.quoteReplacement(
                            series.path("metric").path(label.group(1)).asString("")));
            var points = new ArrayList<double[]>();
            for (var point : series.path("values")) {
                points.add(new double[] {
                    point.path(0).asDouble(),
                    Double.parseDouble(point.path(1).asString("NaN").replace("Inf", "Infinity"))
                });
            }
            return new Series(name, List.copyOf(points));
        }

        private double last() {
            return points.isEmpty() ? Double.NaN : points.getLast()[1];
        }
    }

    BoardPicture(JsonNode board, long from, long to) {
        this.from = from;
        this.to = to;
        int lines = 0;
        for (var panel : board.path("panels")) {
            var at = panel.path("gridPos");
            lines = Math.max(lines, at.path("y").asInt() + at.path("h").asInt());
        }
        image = new BufferedImage(24 * COLUMN + GAP, (lines + 2) * LINE + GAP, BufferedImage.TYPE_INT_RGB);
        paint = image.createGraphics();
        paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paint.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paint.setColor(PAPER);
        paint.fillRect(0, 0, image.getWidth(), image.getHeight());
        text(board.path("title").asString(""), 20, Font.BOLD, INK, 12, 34);
        text("%d minutes".formatted((to - from + 59) / 60), 13, Font.PLAIN, SOFT, image.getWidth() - 110, 34);
    }

    void row(JsonNode panel) {
        text(
                panel.path("title").asString(""),
                15,
                Font.BOLD,
                INK,
                12,
                (panel.path("gridPos").path("y").asInt() + 2) * LINE + 19);
    }

    void panel(JsonNode panel, List<Series> series) {
        var at = panel.path("gridPos");
        int x = at.path("x").asInt() * COLUMN + GAP;
        int y = (at.path("y").asInt() + 2) * LINE + GAP;
        int width = at.path("w").asInt() * COLUMN - GAP;
        int height = at.path("h").asInt() * LINE - GAP;
        paint.setColor(Color.WHITE);
        paint.fillRoundRect(x, y, width, height, 6, 6);
        text(panel.path("title").asString(""), 12, Font.BOLD, INK, x + 8, y + 16);
        var unit = panel.path("fieldConfig").path("defaults").path("unit").asString("none");
        if (panel.path("type").asString("").equals("stat")) {
            var value = series.isEmpty() ? "no data" : written(series.getFirst().last(), unit);
            text(value, 24, Font.BOLD, LINES.getFirst(), x + 10, y + height - 18);
        } else {
            lines(series, unit, x, y, width, height);
        }
    }

    private void lines(List<Series> series, String unit, int x, int y, int width, int height) {
        int shown = Math.min(series.size(), LEGENDS);
        int legend = FOOT * ((shown + 1) / 2) + 4;
        int left = x + LEFT;
        int top = y + HEAD + 4;
        int right = x + width - 10;
        int bottom = y + height - legend - FOOT;
        double most = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(point -> point[1])
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double ceiling = most > 0 ? most * 1.1 : 1;
        for (int mark = 0; mark <= 2; mark++) {
            int level = bottom - (bottom - top) * mark / 2;
            paint.setColor(FAINT);
            paint.drawLine(left, level, right, level);
            text(written(ceiling * mark / 2, unit), 10, Font.PLAIN, SOFT, x + 6, level + 4);
        }
        if (series.isEmpty()) {
            text("no data", 12, Font.ITALIC, SOFT, (left + right) / 2 - 20, (top + bottom) / 2);
        }
        for (int number = 0; number < series.size(); number++) {
            paint.setColor(LINES.get(number % LINES.size()));
            paint.setStroke(new BasicStroke(1.4f));
            paint.draw(path(series.get(number), ceiling, left, top, right, bottom));
            if (number < shown) {
                int column = x + 10 + (number % 2) * (width / 2);
                int line = y + height - legend + 12 + FOOT * (number / 2);
                paint.fillRect(column, line - 7, 10, 4);
                var isLast = number == shown - 1 && series.size() > shown;
                text(
                        fitting(series.get(number).name(), width / 2 - 30)
                                + (isLast ? "  and %d more".formatted(series.size() - shown) : ""),
                        10,
                        Font.PLAIN,
                        SOFT,
                        column + 14,
                        line);
            }
        }
    }

    /** A gap where there was no value, a dot where there was one alone. */
    private Path2D path(Series series, double ceiling, int left, int top, int right, int bottom) {
        var path = new Path2D.Double();
        boolean isDown = false;
        for (var point : series.points()) {
            if (!Double.isFinite(point[1])) {
                isDown = false;
                continue;
            }
            double x = left + (right - left) * (point[0] - from) / Math.max(1, to - from);
            double y = bottom - (bottom - top) * Math.max(0, point[1]) / ceiling;
            if (isDown) {
                path.lineTo(x, y);
            } else {
                path.moveTo(x, y);
                path.lineTo(x + 1, y);
            }
            isDown = true;
        }
        return path;
    }

    private static String fitting(String name, int width) {
        int most = Math.max(8, width / 6);
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private static String written(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "-";
        }
        return switch (unit) {
            case "percentunit" -> "%s %%".formatted(number(value * 100));
            case "s" -> value < 1 ? number(value * 1_000) + " ms" : number(value) + " s";
            case "bytes" -> bytes(value);
            case "Bps" -> bytes(value) + "/s";
            case "ops", "reqps" -> number(value) + " /s";
            default -> number(value);
        };
    }

    private static String bytes(double value) {
        if (value < 1 << 20) {
            return number(value / (1 << 10)) + " KiB";
        }
        return value < 1 << 30 ? number(value / (1 << 20)) + " MiB" : number(value / (1 << 30)) + " GiB";
    }

    private static String number(double value) {
        if (value >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1f M", value / 1_000_000);
        }
        if (value >= 10_000) {
            return String.format(Locale.ROOT, "%.0f k", value / 1_000);
        }
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private void text(String text, int size, int style, Color colour, int x, int y) {
        paint.setColor(colour);
        paint.setFont(new Font(Font.SANS_SERIF, style, size));
        paint.drawString(text, x, y);
    }

    void write(Path file) {
        paint.dispose();
        try {
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
