package org.descant.cli;

/**
 * What {@code --set} and {@code --option} take.
 *
 * @param option the option of the command line that it was given to, for messages
 * @param name what is set
 * @param value as written
 */
record Assignment(String option, String name, String value) {
    /** Takes {@code name=value} apart. */
    static Assignment parse(String option, String text) {
        int sign = text.indexOf('=');
        if (sign <= 0 || sign == text.length() - 1) {
            throw new CallException(option + " takes NAME=VALUE, not '" + text + "'");
        }
        return new Assignment(
                option,
                text.substring(0, sign).strip(),
                text.substring(sign + 1).strip());
    }

    /** The value as a number, as a rule would write it. */
    double number() {
        try {
            return switch (value) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(digits());
            };
        } catch (NumberFormatException notANumber) {
            throw new CallException(this + ": '" + value + "' is not a number");
        }
    }

    /** What Java and a rule read alike: Java would take a letter for the type at the end, too. */
    private String digits() {
        if (!value.matches("[-+]?[0-9._]+([eE][-+]?[0-9]+)?")) {
            throw new NumberFormatException(value);
        }
        return value.replace("_", "");
    }

    @Override
    public String toString() {
        return option + " " + name + "=" + value;
    }
}
