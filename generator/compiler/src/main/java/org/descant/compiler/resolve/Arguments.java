package org.descant.compiler.resolve;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.descant.compiler.resolve.text.Words;
import org.descant.grammar.syntax.Argument;
import org.descant.grammar.syntax.Call;
import org.descant.grammar.syntax.FormalParameter;

/** The arguments of a call by the names of the parameters: positional ones first, then named ones. */
final class Arguments {
    private final Map<String, Argument> given = new HashMap<>();

    private Arguments() {}

    Optional<Argument> of(String parameter) {
        return Optional.ofNullable(given.get(parameter));
    }

    /** Matches and reports what does not. */
    static Arguments of(Resolution run, Call call, List<FormalParameter> parameters, String callee) {
        Arguments arguments = new Arguments();
        List<String> names = parameters.stream().map(p -> p.name().text()).toList();
        Set<String> surplus = new HashSet<>();
        int position = 0;
        boolean named = false;
        for (Argument argument : call.arguments()) {
            if (argument.name().isPresent()) {
                named = true;
                arguments.name(run, argument, names, callee);
            } else if (named) {
                run.error(argument.span(), "an argument without a name stands before those with one");
            } else if (position < names.size()) {
                arguments.given.put(names.get(position++), argument);
            } else if (surplus.add(callee)) {
                run.error(
                        argument.span(),
                        callee + " takes " + count(names.size()) + ", and this is one more",
                        "its parameters are " + String.join(", ", names));
            }
        }
        call.per().ifPresent(word -> run.error(call.span(), "'per' belongs to reductions; " + callee + " is none"));
        List<String> missing = parameters.stream()
                .filter(p -> p.defaultValue().isEmpty())
                .map(p -> p.name().text())
                .filter(name -> !arguments.given.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            run.error(
                    call.span(),
                    callee + " needs a value for " + quoted(missing),
                    "its parameters are " + String.join(", ", names));
        }
        return arguments;
    }

    private void name(Resolution run, Argument argument, List<String> names, String callee) {
        String name = argument.name().orElseThrow().text();
        if (!names.contains(name)) {
            String message = callee + " has no parameter '" + name + "'";
            Optional<String> question = Words.question(name, names);
            run.error(
                    argument.name().get().span(),
                    message,
                    question.isPresent() ? question.get() : "its parameters are " + String.join(", ", names));
        } else if (given.put(name, argument) != null) {
            run.error(argument.span(), "'" + name + "' is given twice");
        }
    }

    static String count(int number) {
        return number == 0 ? "no arguments" : number == 1 ? "one argument" : number + " arguments";
    }

    static String quoted(List<String> names) {
        List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
        int last = quoted.size() - 1;
        return last == 0 ? quoted.get(0) : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }
}
