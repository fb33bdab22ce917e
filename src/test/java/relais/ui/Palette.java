package relais.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The colours of the tokens, and how far two of them stand apart (WCAG 2). */
record Palette(Map<String, String[]> tokens) {
    private static final Pattern TOKEN =
            Pattern.compile("--([\\w-]+):\\s*light-dark\\(\\s*oklch\\(([^)]*)\\)\\s*,\\s*oklch\\(([^)]*)\\)\\s*\\)");

    /** Linear red, green, blue, and opacity. */
    private record Colour(double[] rgb, double alpha) {}

    static Palette of(String css) {
        var tokens = new HashMap<String, String[]>();
        TOKEN.matcher(css).results().forEach(m -> tokens.put(m.group(1), new String[] {m.group(2), m.group(3)}));
        return new Palette(tokens);
    }

    /** The contrast of an ink on a ground; {@code hover/sheet} is a ground of two sheets. */
    double ratio(String ink, String ground, boolean dark) {
        var below = ground(ground, dark);
        var above = over(colour(ink, dark), below);
        double one = luminance(above);
        double two = luminance(below);
        return (Math.max(one, two) + .05) / (Math.min(one, two) + .05);
    }

    private Colour ground(String names, boolean dark) {
        var parts = names.split("/");
        var colour = colour(parts[parts.length - 1], dark);
        for (int i = parts.length - 2; i >= 0; i--) {
            colour = over(colour(parts[i], dark), colour);
        }
        return colour;
    }

    private Colour colour(String name, boolean dark) {
        var token = tokens.get(name);
        if (token == null) {
            throw new IllegalArgumentException("There is no colour " + name);
        }
        var numbers = token[dark ? 1 : 0].strip().split("[\\s/]+");
        double alpha = numbers.length > 3 ? Double.parseDouble(numbers[3]) : 1;
        return new Colour(
                linear(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2])),
                alpha);
    }

    private static double[] linear(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + .3963377774 * a + .2158037573 * b, 3);
        double m = Math.pow(lightness - .1055613458 * a - .0638541728 * b, 3);
        double s = Math.pow(lightness - .0894841775 * a - 1.291485548 * b, 3);
        return new double[] {
            inGamut(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s),
            inGamut(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s),
            inGamut(-.0041960863 * l - .7034186147 * m + 1.707614701 * s)
        };
    }

    private static double inGamut(double value) {
        return Math.clamp(value, 0, 1);
    }

    /** Screens mix in gamma space. */
    private static Colour over(Colour above, Colour below) {
        var mixed = new double[3];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = decoded(encoded(above.rgb[i]) * above.alpha + encoded(below.rgb[i]) * (1 - above.alpha));
        }
        return new Colour(mixed, 1);
    }

    private static double encoded(double value) {
        return value <= .0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - .055;
    }

    private static double decoded(double value) {
        return value <= .04045 ? value / 12.92 : Math.pow((value + .055) / 1.055, 2.4);
    }

    private static double luminance(Colour colour) {
        return .2126 * colour.rgb[0] + .7152 * colour.rgb[1] + .0722 * colour.rgb[2];
    }
}
