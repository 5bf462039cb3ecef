package org.descant.harness.reference;

import java.util.List;
import java.util.stream.Stream;

/** The rules that are written out by hand, by their names. */
public final class References {
    private static final List<Reference> ALL = Stream.of(sgd(), adagrad(), rmsprop(), adam(), adamRelatives(), others())
            .flatMap(family -> family)
            .toList();

    private References() {}

    /** All of them, family by family. */
    public static List<Reference> all() {
        return ALL;
    }

    /**
     * The rule of that name, in the spelling of the library.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reference named(String name) {
        return ALL.stream()
                .filter(reference -> reference.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no reference '" + name + "', but "
                        + ALL.stream().map(Reference::name).toList()));
    }

    private static Stream<Reference> sgd() {
        return Stream.of(
                Reference.of("SGD", SGD::new),
                Reference.of("SGDMomentum", SGDMomentum::new),
                Reference.of("SGDMomentumStep", SGDMomentumStep::new),
                Reference.of("SGDMomentumRate", SGDMomentumRate::new),
                Reference.of("SGDMomentumEMA", SGDMomentumEMA::new),
                Reference.of("SGDNesterov", SGDMomentum::new).fixed("nesterov"),
                Reference.of("SGDDampening", SGDDampening::new),
                Reference.of("SGDW", SGDW::new),
                Reference.of("SGDWPaper", SGDWPaper::new));
    }

    private static Stream<Reference> adagrad() {
        return Stream.of(
                Reference.of("Adagrad", Adagrad::new),
                Reference.of("AdagradEpsInside", AdagradEpsInside::new),
                Reference.of("Adadelta", Adadelta::new));
    }

    private static Stream<Reference> rmsprop() {
        return Stream.of(
                Reference.of("RMSprop", RMSprop::new),
                Reference.of("RMSpropCentered", RMSprop::new).fixed("centered"),
                Reference.of("RMSpropEpsInside", RMSpropEpsInside::new),
                Reference.of("RMSpropMomentum", RMSpropMomentum::new),
                Reference.of("RMSpropRate", RMSpropRate::new));
    }

    private static Stream<Reference> adam() {
        return Stream.of(
                Reference.of("Adam", Adam::new),
                Reference.of("AdamEpsInside", AdamEpsInside::new),
                Reference.of("AdamEpsHat", AdamEpsHat::new),
                Reference.of("AdamW", AdamW::new),
                Reference.of("AdamWPaper", AdamWPaper::new));
    }

    private static Stream<Reference> adamRelatives() {
        return Stream.of(
                Reference.of("AMSGrad", AMSGrad::new),
                Reference.of("AMSGradCorrected", AMSGradCorrected::new),
                Reference.of("AMSGradW", AdamW::new).fixed("amsgrad"),
                Reference.of("Adamax", Adamax::new),
                Reference.of("AdamaxEpsAfter", AdamaxEpsAfter::new),
                Reference.of("NAdam", NAdam::new),
                Reference.of("RAdam", RAdam::new));
    }

    private static Stream<Reference> others() {
        return Stream.of(Reference.of("Lion", Lion::new), Reference.of("Rprop", Rprop::new));
    }
}
