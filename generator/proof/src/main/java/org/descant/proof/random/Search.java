package org.descant.proof.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** The search for a rule that something is wrong with, among all rules of a range of seeds. */
public final class Search {
    /** How many rules a check is given at once: enough to spare a compiler most of its time, few enough to be shared out. */
    private static final int BATCH = 50;

    private final Language language;
    private final Check check;
    private final IntConsumer progress;

    public Search(Language language, Check check) {
        this(language, check, done -> {});
    }

    /** @param progress is told how many more rules have been checked, by any thread */
    public Search(Language language, Check check, IntConsumer progress) {
        this.language = language;
        this.check = check;
        this.progress = progress;
    }

    /** The first rule that something is wrong with, made small, of each sort of fault; empty if nothing is wrong. */
    public List<Finding> over(long firstSeed, int count) {
        long end = firstSeed + count;
        List<Finding> wrong =
                LongStream.iterate(firstSeed, from -> from < end, from -> from + BATCH)
                        .boxed()
                        .toList()
                        .parallelStream()
                        .flatMap(from -> wrong(from, Math.min(from + BATCH, end)).stream())
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

    private List<Finding> wrong(long from, long end) {
        List<RandomRule> rules = LongStream.range(from, end)
                .mapToObj(seed -> RuleGrower.grow(seed, language))
                .toList();
        List<Verdict> verdicts = judge(rules);
        List<Finding> wrong = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (verdicts.get(i).isWrong()) {
                wrong.add(new Finding(rules.get(i), verdicts.get(i)));
            }
        }
        progress.accept(rules.size());
        return wrong;
    }

    /** The same fault in the smallest rule that has it. */
    private Finding smallest(RandomRule rule, Verdict verdict) {
        RandomRule plain = rule.withoutPaper();
        RandomRule from = judge(plain).kind().equals(verdict.kind()) ? plain : rule;
        RandomRule smallest =
                Shrinker.smallest(from, smaller -> judge(smaller).kind().equals(verdict.kind()));
        return new Finding(smallest, judge(smallest));
    }

    private List<Verdict> judge(List<RandomRule> rules) {
        try {
            return check.checkAll(rules);
        } catch (RuntimeException | StackOverflowError thrown) {
            return rules.stream().map(this::judge).toList();
        }
    }

    private Verdict judge(RandomRule rule) {
        return Verdict.of(() -> check.check(rule));
    }
}
