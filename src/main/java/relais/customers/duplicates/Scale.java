package relais.customers.duplicates;

/**
 * What agreement in one field says, in bits: the logarithm of how much more often two records of the same customer agree
 * so far than two of different ones (Fellegi and Sunter 1969). The figures were counted on Febrl's labelled dataset 1;
 * those of fields that it lacks are set by hand beside them.
 *
 * @param equal the same, where no frequency of the value tells more
 * @param close similarity of 0.92 and more
 * @param near 0.85 and more
 * @param vague 0.75 and more
 * @param other less
 */
record Scale(double equal, double close, double near, double vague, double other) {
    private static final double CLOSE = 0.92;
    private static final double NEAR = 0.85;
    private static final double VAGUE = 0.75;

    static final Scale GIVEN = new Scale(7.6, 6.8, 3.1, -0.6, -2.4);
    static final Scale FAMILY = new Scale(7.8, 7.6, 5.3, 0.6, -2.7);
    static final Scale ORGANISATION = new Scale(11, 8, 5, 1, -5);
    static final Scale NUMBER = new Scale(5.9, 0, -1.3, -1.9, -2.7);
    static final Scale STREET = new Scale(10.5, 9.9, -1.1, -3.5, -3.6);
    static final Scale MORE = new Scale(9.5, 9.4, 3.8, -1.9, -4.0);
    static final Scale POSTCODE = new Scale(9.6, 6.7, 1.2, -3.4, -6.3);
    static final Scale CITY = new Scale(9.9, 9.6, 1.6, -2.4, -4.2);
    static final Scale REGION = new Scale(2.0, 2.0, 2.0, 0, -2.5);
    static final Scale BIRTH = new Scale(14.3, 2.5, -2.9, -4.2, -4.4);
    static final Scale ID = new Scale(16.7, 11.0, 2.9, -3.0, -4.3);
    static final Scale EMAIL = new Scale(12, 4, 0, 0, -0.5);
    static final Scale PHONE = new Scale(10, 1, 0, 0, -0.5);

    /** Given names that are less alike than this are two names. */
    static final double DIFFERENT = 0.7;

    /** What another given name takes away from everything that a household shares. */
    static final double HOUSEHOLD = -8;

    /** So far below the cut a pair stays that shares a phone or mail too, and has two given names. */
    static final double SHARING = 4;

    /** The bits for this similarity; the same value says the more the rarer it is. */
    double bits(double similarity, double frequency) {
        if (similarity >= 1) {
            return frequency > 0 ? Math.clamp(Math.log(0.8 / frequency) / Math.log(2), equal / 3, equal * 1.5) : equal;
        }
        return similarity >= CLOSE ? close : similarity >= NEAR ? near : similarity >= VAGUE ? vague : other;
    }
}
