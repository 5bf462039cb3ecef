package org.descant.rules;

import java.util.ArrayList;
import java.util.List;

/** Which rule of the library stands for which recorded run. */
final class OracleTable {
    private static final String TABLE = """
            ACProp: acprop-optax
            ADOPT: adopt-authors
            AMSGrad: amsgrad-l2-torch amsgrad-torch
            AMSGradCorrected: amsgrad-optax
            ASGD: asgd-torch
            AccSGD: accsgd-kozistr
            AccumulatedAdam: accumulated-adam-optax
            AdEMAMix: ademamix-optax
            AdEMAMixWarmup: ademamix-warmup-authors
            AdaBelief: adabelief-optax
            AdaBound: adabound-authors
            Adadelta: adadelta-optax adadelta-torch seed004-adadelta
            Adagrad: adagrad-l2-torch adagrad-torch
            AdagradEpsInside: adagrad-optax seed003-adagrad seed004-adagrad
            Adam: adam-maximize-torch adam-rate-changes-torch seed000-adam-l2 seed000-adam seed001-adam
            Adam: seed004-adam
            AdamC: adamc-timm
            AdamEpsHat: adam-keras adamw-keras
            AdamEpsInside: seed002-adam seed003-adam
            AdamEpsRoot: adam-optax
            AdamG: adamg-kozistr
            AdamW: adamw-amsgrad-torch adamw-torch
            AdamWInUpdate: adamw-optax
            AdamWPaper: seed000-adamw
            Adamax: adamax-torch
            AdamaxEpsAfter: adamax-keras
            AdamaxW: adamaxw-optax
            Adan: adan-timm
            AggMo: aggmo-authors
            ApplyEverySGD: apply-every-sgd-optax
            COCOB: cocob-optax
            ClipByValueSGD: clip-value-sgd-torch
            EXAdam: exadam-kozistr
            Grams: grams-authors
            GrokFastAdamW: grokfast-kozistr
            LaProp: laprop-timm
            Lion: lion-optax lion-timm
            LionSmooth: lion-refined-optax lion-smooth-optax
            LookaheadLazy: lookahead-sgd-timm
            LookaheadSGD: lookahead-sgd-optax
            MADGRAD: madgrad-timm
            MinibatchSGD: seed004-minibatch-sgd
            NAdam: nadam-decoupled-torch nadam-keras nadam-torch
            NesterovAdam: nadam-optax
            NonnegativeSGD: nonnegative-sgd-optax
            OptimisticAdam: optimistic-adam-optax
            OptimisticGradientDescent: optimistic-gd-optax
            PAdam: padam-kozistr
            PID: pid-authors
            PNM: pnm-kozistr
            QHAdam: qhadam-authors
            QHM: qhm-authors
            RAdam: radam-torch
            RAdamOptax: radam-optax
            RMSprop: rmsprop-centered-torch rmsprop-l2-torch seed001-rmsprop
            RMSpropEpsInside: rmsprop-optax seed002-rmsprop seed003-rmsprop seed004-rmsprop
            RMSpropMomentum: rmsprop-momentum-torch
            RMSpropRate: rmsprop-momentum-keras
            RMSpropTF: rmsprop-tf-timm
            Rprop: rprop-torch
            SGD: seed000-sgd seed001-sgd sgd-l2-torch sgd-maximize-torch sgd-optax
            SGDDampening: sgd-dampening-torch
            SGDMomentum: seed001-momentum seed004-momentum-rate-changes seed004-momentum sgd-nesterov-optax
            SGDMomentum: sgd-nesterov-torch
            SGDMomentumEMA: seed002-momentum
            SGDMomentumRate: seed000-momentum-0.5 seed000-momentum-0.9 seed000-momentum-0.99
            SGDMomentumRate: seed000-momentum-rate-changes sgd-nesterov-keras
            SGDMomentumStep: seed003-momentum
            SGDW: sgdw-timm
            SGDWPaper: seed000-sgdw
            SRMM: srmm-kozistr
            ScheduleFreeAdamW: schedulefree-adamw-authors
            ScheduleFreeAdamWUniform: schedulefree-adamw-keras
            ScheduleFreeSGD: schedulefree-sgd-authors
            SignSGD: signsgd-optax
            Signum: signum-optax
            SimplifiedAdEMAMix: simplified-ademamix-optax
            StochasticWeightAverage: swa-sgd-torch
            Tiger: tiger-kozistr
            VSGD: vsgd-kozistr
            WeightEMA: weight-ema-sgd-torch
            Yogi: yogi-optax
            """;

    private OracleTable() {}

    /** A recorded run and the rule that reproduces it. */
    record Row(String oracle, String rule) {}

    /** All rows, rule by rule. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            for (String oracle : line.substring(colon + 1).trim().split(" ", -1)) {
                rows.add(new Row(oracle, line.substring(0, colon)));
            }
        });
        return rows;
    }
}
