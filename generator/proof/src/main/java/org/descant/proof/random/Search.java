package org.descant.proof.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** The search for a rule that something is wrong with, among all rules of a range of seeds. */
public final class Search {
    private final Language language;
    private final Check check;

    public Search(Language language, Check check) {
        this.language = language;
        this.check = check;
    }

    /** The first rule that something is wrong with, made small, of each sort of fault; empty if nothing is wrong. */
    public List<Finding> over(long firstSeed, int count) {
        List<Finding> wrong = LongStream.range(firstSeed, firstSeed + count)
                .parallel()
                .mapToObj(seed -> RuleGrower.grow(seed, language))
                .map(rule -> new Finding(rule, judge(rule)))
                .filter(found -> found.verdict().isWrong())
                .toList();
        List<Finding> findings = new ArrayList<>();
        Set<String> kinds = new HashSet<>();
        for (Finding found : wrong) {
            if (kinds.add(found.verdict().kind())) {
                findings.add(smallest(found.rule(), found.verdict()));
            }
        }
        return findings;
    }

    /** The same fault in the smallest rule that has it. */
    Finding smallest(RandomRule rule, Verdict verdict) {
        RandomRule plain = rule.withoutPaper();
        RandomRule from = judge(plain).kind().equals(verdict.kind()) ? plain : rule;
        RandomRule smallest =
                Shrinker.smallest(from, smaller -> judge(smaller).kind().equals(verdict.kind()));
        return new Finding(smallest, judge(smallest));
    }

    private Verdict judge(RandomRule rule) {
        try {
            return check.check(rule);
        } catch (RuntimeException | StackOverflowError thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            String place = trace.length == 0 ? "" : " at " + trace[0];
            return Verdict.wrong("throws " + thrown.getClass().getName() + place, thrown.toString(), "");
        }
    }
}
