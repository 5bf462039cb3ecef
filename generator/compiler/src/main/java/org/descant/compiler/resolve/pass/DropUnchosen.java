package org.descant.compiler.resolve.pass;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.descant.compiler.ir.StateKind;
import org.descant.compiler.model.ModelState;
import org.descant.compiler.model.Term;

/**
 * Takes out what only branches need that options left out: equations, states, gradients, checks. What nothing needs for another reason
 * stays, so that it is checked like everything else that was written.
 */
public final class DropUnchosen {
    private final Draft draft;

    public DropUnchosen(Draft draft) {
        this.draft = draft;
    }

    public void drop(List<Term> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        Needs unchosen = new Needs(draft, true);
        unchosen.addTerms(dropped);

        Needs result = new Needs(draft, false);
        addResults(result);
        Set<String> dead = new HashSet<>();
        draft.applied().forEach((path, point) -> {
            if (unchosen.equations.contains(point) && !result.equations.contains(point)) {
                dead.add(path);
            }
        });

        Needs kept = new Needs(draft, false);
        addResults(kept);
        kept.addEquations(draft.equations().keySet().stream()
                .filter(name -> !unchosen.equations.contains(name) && !isUnder(dead, name))
                .toList());
        kept.addStates(draft.states().values().stream()
                .filter(state -> !unchosen.states.contains(state.name()) && !isUnder(dead, state.name()))
                .filter(state -> isRoot(state))
                .map(ModelState::name)
                .toList());
        kept.addEvaluations(IntStream.range(0, draft.evaluations().size())
                .filter(number -> !unchosen.evaluations.contains(number))
                .filter(number -> draft.evaluations().get(number).clock().isBase()
                        || !isUnder(
                                dead, draft.evaluations().get(number).clock().name()))
                .boxed()
                .toList());
        remove(kept, dead);
    }

    /** Memory that nobody declared lives only for those who read it. */
    private static boolean isRoot(ModelState state) {
        return state.kind() == StateKind.DECLARED || state.kind() == StateKind.OUTPUT;
    }

    private void addResults(Needs needs) {
        needs.addEquations(List.of(draft.weight()));
        needs.addStates(draft.outputs().stream().map(output -> output.state()).toList());
        if (draft.hasHeaderGradient()) {
            needs.addEvaluations(List.of(0));
        }
    }

    private static boolean isUnder(Set<String> paths, String name) {
        return paths.stream()
                .anyMatch(path -> name.startsWith(path + ".") || name.startsWith(path + "#") || name.equals(path));
    }

    private void remove(Needs kept, Set<String> dead) {
        draft.checks()
                .removeIf(check -> isUnder(dead, check.name())
                        || !kept.equations.containsAll(Reads.of(check.value()).variables()));
        draft.equations().keySet().retainAll(kept.equations);
        draft.states().keySet().retainAll(kept.states);
        List<Integer> gone = new ArrayList<>();
        for (int i = 0; i < draft.evaluations().size(); i++) {
            if (!kept.evaluations.contains(i)) {
                gone.add(i);
            }
        }
        draft.dropEvaluations(gone);
    }
}
