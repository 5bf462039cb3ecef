package org.descant.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleCompiler;
import org.descant.grammar.source.SourceText;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.proof.subject.BackEnd;
import org.descant.proof.subject.TestedRule;
import org.descant.runtime.ElementType;

/** A rule that an optimizer may turn out to be: compiled while the program runs, in a few milliseconds. */
record Candidate(String name, String folder) {
    /** Rules of the library, the plain ones before those that contain them as a special case. */
    private static final List<String> LIBRARY = words("""
            SGD SGDMomentum SGDMomentumRate SGDMomentumStep SGDMomentumEMA SGDNesterov SGDW SGDWPaper ClipByValueSGD
            Adagrad AdagradEpsInside Adadelta RMSprop RMSpropCentered RMSpropEpsInside RMSpropMomentum RMSpropRate RMSpropTF
            Adam AdamEpsInside AdamEpsHat AdamEpsRoot AdamW AdamWPaper AdamWInUpdate AMSGrad AMSGradCorrected AMSGradW
            Adamax AdamaxEpsAfter NAdam NesterovAdam RAdam RAdamOptax AdaBelief Yogi LaProp Lion SignSGD Signum Rprop QHM
            PAdam
            """);

    /** What other libraries turned out to do, written down as rules of this module. */
    static final List<String> FOUND = words("""
            ClippedAboveSGD SGDNesterovRate SGDLinearDecay SGDSqrtDecay SGDMomentumLinearDecay SGDMomentumRateLinearDecay
            AdagradFromMillionth RMSpropFromEps AdamEpsHatCoupled AdamTimesRoot AMSGradEpsHat AdaBeliefEpsHat
            AdamaxWithoutEps NadamRawSecondMoment
            """);

    private static final RuleCompiler COMPILER = Descant.compiler();

    /** The rule of that name; what is not of this module is of the library. */
    static Candidate named(String name) {
        return new Candidate(name, FOUND.contains(name) ? "peers" : "rules");
    }

    /** All of them, those of the library first. */
    static List<Candidate> all() {
        return Stream.concat(LIBRARY.stream(), FOUND.stream())
                .map(Candidate::named)
                .toList();
    }

    private static List<String> words(String text) {
        return Pattern.compile("\\s+").splitAsStream(text.strip()).toList();
    }

    /** The rule, set up with those of the settings that it knows. */
    Subject subject(ElementType type, Map<String, Double> settings) {
        return new SetUp(TestedRule.of(COMPILER, text()).subject(BackEnd.JANINO, type), settings);
    }

    SourceText text() {
        String file = name.toLowerCase(Locale.ROOT) + ".opt";
        try (InputStream stream = Candidate.class.getResourceAsStream("/META-INF/descant/" + folder + "/" + file)) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no rule '" + name + "'");
            }
            return new SourceText(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    private record SetUp(Subject rule, Map<String, Double> settings) implements Subject {
        @Override
        public String name() {
            return rule.name();
        }

        @Override
        public ElementType elementType() {
            return rule.elementType();
        }

        @Override
        public Session begin(List<ModelTensor> tensors) {
            Session session = rule.begin(tensors);
            for (String hyper : session.hypers(tensors.get(0).name()).keySet()) {
                if (settings.containsKey(hyper)) {
                    session.set(hyper, settings.getOrDefault(hyper, 0.0));
                }
            }
            return session;
        }
    }
}
