package relais.setup.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines over minutes as a drawing (SVG) that reads in a light and in a dark page. */
final class Chart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 200;
    private static final int LEFT = 52;
    private static final int RIGHT = 150;
    private static final int TOP = 34;
    private static final int PANEL = TOP + HEIGHT + 46;
    private static final int TICKS = 4;
    private static final String STYLE = """
            text{font:12px system-ui,sans-serif;fill:#3c4149}.title{font-weight:600}.grid{stroke:#d9dce1;stroke-width:1}
            .l{fill:none;stroke-width:2;stroke-linejoin:round}.l0{stroke:#2f6fde}.l1{stroke:#c2410c}.l2{stroke:#15803d}
            .t0{fill:#2f6fde}.t1{fill:#c2410c}.t2{fill:#15803d}
            @media (prefers-color-scheme:dark){text{fill:#c9ced6}.grid{stroke:#3a3f47}
            .l0{stroke:#7aa7ff}.l1{stroke:#fb923c}.l2{stroke:#4ade80}.t0{fill:#7aa7ff}.t1{fill:#fb923c}.t2{fill:#4ade80}}
            """;

    private Chart() {}

    /** A figure over time; its values belong to the chart's minutes. */
    record Line(String name, List<Double> values) {
        double last() {
            return values.isEmpty() ? 0 : values.getLast();
        }
    }

    /** Lines that share an axis, at most three. */
    record Panel(String title, List<Line> lines) {
        double most() {
            double most = lines.stream()
                    .flatMap(l -> l.values().stream())
                    .mapToDouble(v -> v)
                    .max()
                    .orElse(1);
            double step = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
            return Math.ceil(Math.max(1, most) / step * 2) * step / 2;
        }
    }

    /** The panels below each other. */
    static String of(List<Double> minutes, List<Panel> panels) {
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
                .formatted(WIDTH, PANEL * panels.size()));
        svg.append("<title>")
                .append(panels.stream().map(Panel::title).collect(Collectors.joining("; ")))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n");
        for (int i = 0; i < panels.size(); i++) {
            panel(svg, minutes, panels.get(i), i * PANEL + TOP);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, List<Double> minutes, Panel panel, int top) {
        text(svg, LEFT, top - 14, "title", "start", panel.title());
        double most = panel.most();
        for (int i = 0; i <= TICKS; i++) {
            double y = top + HEIGHT - HEIGHT * i / (double) TICKS;
            svg.append(write("<path class=\"grid\" d=\"M%d %.1fH%d\"/>\n", LEFT, y, WIDTH - RIGHT));
            text(svg, LEFT - 6, y + 4, "", "end", figure(most * i / TICKS));
        }
        double end = minutes.isEmpty() ? 1 : minutes.getLast();
        for (int i = 0; i <= TICKS; i++) {
            var label = figure(end * i / TICKS) + (i == TICKS ? " min" : "");
            text(svg, x(end * i / TICKS, end), top + HEIGHT + 18, "", "middle", label);
        }
        double lowest = Double.MAX_VALUE;
        for (int number : byHeight(panel)) {
            var line = panel.lines().get(number);
            svg.append("<path class=\"l l").append(number).append("\" d=\"");
            for (int i = 0; i < line.values().size(); i++) {
                double y = top + HEIGHT - HEIGHT * line.values().get(i) / most;
                svg.append(write("%s%.1f %.1f", i == 0 ? "M" : "L", x(minutes.get(i), end), y));
            }
            svg.append("\"/>\n");
            lowest = Math.min(lowest - 15, top + HEIGHT + 4 - HEIGHT * line.last() / most);
            text(svg, WIDTH - RIGHT + 8, lowest, "t" + number, "start", line.name());
        }
    }

    /** The lowest line first, so that the names at their ends can be kept apart upwards. */
    private static List<Integer> byHeight(Panel panel) {
        return IntStream.range(0, panel.lines().size())
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> panel.lines().get(i).last()))
                .toList();
    }

    private static double x(double minute, double end) {
        return LEFT + (WIDTH - LEFT - RIGHT) * minute / end;
    }

    private static String figure(double value) {
        return write(value == Math.rint(value) ? "%.0f" : "%.1f", value);
    }

    private static void text(StringBuilder svg, double x, double y, String cls, String anchor, String text) {
        var plain = text.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(write(
                "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>\n", x, y, cls, anchor, plain));
    }

    private static String write(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
