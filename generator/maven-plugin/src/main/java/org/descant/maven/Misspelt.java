package org.descant.maven;

import java.util.Collection;
import java.util.List;
import org.descant.compiler.resolve.text.Words;

/** What a project or a person sets and no goal reads: a name that is misspelt, most likely. Maven 3.8 says nothing of it. */
final class Misspelt {
    private static final String PREFIX = "descant.";

    private Misspelt() {}

    /**
     * What there is to say of a configuration.
     *
     * @param set the names of its elements
     * @param known the parameters of all goals, since one configuration can be for several
     */
    static List<String> parameters(Collection<String> set, Collection<String> known) {
        return set.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> "The configuration sets '" + name + "', which is no parameter of any goal"
                        + Words.question(name, known)
                                .map(question -> "; " + question)
                                .orElse(""))
                .toList();
    }

    /**
     * What there is to say of properties. Only a name that is near to a known one is meant for the plugin: others may have properties of the
     * same beginning.
     *
     * @param set the names of all properties that were given on the command line
     * @param known the properties of all goals
     */
    static List<String> properties(Collection<String> set, Collection<String> known) {
        return set.stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .flatMap(name -> Words.question(name, known).stream()
                        .map(question -> "No goal reads the property '" + name + "'; " + question))
                .toList();
    }
}
