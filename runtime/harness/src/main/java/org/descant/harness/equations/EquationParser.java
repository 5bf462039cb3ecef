package org.descant.harness.equations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of equations; loosest first: choice, or, and, not, comparison, sum, product, sign, power. */
final class EquationParser {
    private static final Pattern LINE = Pattern.compile("(\\w+)(\\[0\\])?\\s*=\\s*(.+)");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\\d+(?:\\.\\d*)?(?:e[+-]?\\d+)?|\\w+|<=|>=|==|!=|[-+*/^(),<>])");

    private static final Map<String, ElementFunction> COMPARISONS = Map.of(
            "<", ElementFunction.LESS,
            "<=", ElementFunction.LESS_OR_EQUAL,
            ">", ElementFunction.GREATER,
            ">=", ElementFunction.GREATER_OR_EQUAL,
            "==", ElementFunction.EQUAL,
            "!=", ElementFunction.NOT_EQUAL);
    private static final Map<String, ElementFunction> SUMS =
            Map.of("+", ElementFunction.ADD, "-", ElementFunction.SUBTRACT);
    private static final Map<String, ElementFunction> PRODUCTS =
            Map.of("*", ElementFunction.MULTIPLY, "/", ElementFunction.DIVIDE);

    private final String line;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private EquationParser(String line, String expression) {
        this.line = line;
        Matcher token = TOKEN.matcher(expression.strip());
        int end = 0;
        while (token.find() && token.start() == end) {
            tokens.add(token.group(1));
            end = token.end();
        }
        if (end != expression.strip().length()) {
            throw wrong();
        }
    }

    /** @throws IllegalArgumentException if it is no equation of the notation */
    static Equation parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + line + "' is no equation: write NAME = … or NAME[0] = …");
        }
        EquationParser parser = new EquationParser(line, parts.group(3));
        Node value = parser.choice();
        if (parser.next < parser.tokens.size()) {
            throw parser.wrong();
        }
        return new Equation(parts.group(1), parts.group(2) != null, value);
    }

    private Node choice() {
        if (!take("if")) {
            return or();
        }
        Node condition = choice();
        expect("then");
        Node then = choice();
        expect("else");
        return new Node.Choice(condition, then, choice());
    }

    private Node or() {
        Node left = and();
        while (take("or")) {
            left = operation(ElementFunction.OR, left, and());
        }
        return left;
    }

    private Node and() {
        Node left = not();
        while (take("and")) {
            left = operation(ElementFunction.AND, left, not());
        }
        return left;
    }

    private Node not() {
        return take("not") ? operation(ElementFunction.NOT, not()) : comparison();
    }

    private Node comparison() {
        Node left = sum();
        Optional<ElementFunction> sign = take(COMPARISONS);
        return sign.isPresent() ? operation(sign.get(), left, sum()) : left;
    }

    private Node sum() {
        Node left = product();
        for (Optional<ElementFunction> sign = take(SUMS); sign.isPresent(); sign = take(SUMS)) {
            left = operation(sign.get(), left, product());
        }
        return left;
    }

    private Node product() {
        Node left = signed();
        for (Optional<ElementFunction> sign = take(PRODUCTS); sign.isPresent(); sign = take(PRODUCTS)) {
            left = operation(sign.get(), left, signed());
        }
        return left;
    }

    private Node signed() {
        return take("-") ? operation(ElementFunction.NEGATE, signed()) : power();
    }

    private Node power() {
        Node base = atom();
        return take("^") ? operation(ElementFunction.POWER, base, signed()) : base;
    }

    private Node atom() {
        if (take("(")) {
            Node inside = choice();
            expect(")");
            return inside;
        }
        String token = peek();
        next++;
        if (token.isEmpty() || !Character.isLetterOrDigit(token.charAt(0))) {
            throw wrong();
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Node.Literal(Double.parseDouble(token));
        }
        return take("(") ? call(token) : new Node.Name(token);
    }

    private Node call(String function) {
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(choice());
        } while (take(","));
        Per per = Per.TENSOR;
        if (take("per")) {
            per = Per.valueOf(peek().toUpperCase(Locale.ROOT));
            next++;
        }
        expect(")");
        Optional<Fold> fold = Fold.named(function);
        if (fold.isPresent()) {
            return new Node.Reduction(fold.get(), arguments, per);
        }
        return function.equals("grad")
                ? new Node.Gradient(arguments.get(0))
                : new Node.Operation(ElementFunction.named(function).orElseThrow(this::wrong), arguments);
    }

    private static Node operation(ElementFunction function, Node... operands) {
        return new Node.Operation(function, List.of(operands));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private boolean take(String token) {
        boolean found = peek().equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private Optional<ElementFunction> take(Map<String, ElementFunction> signs) {
        Optional<ElementFunction> found = Optional.ofNullable(signs.get(peek()));
        next += found.isPresent() ? 1 : 0;
        return found;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        String place = next < tokens.size() ? " near '" + tokens.get(next) + "'" : "";
        return new IllegalArgumentException("'" + line + "' is not part of the notation of equations" + place);
    }
}
