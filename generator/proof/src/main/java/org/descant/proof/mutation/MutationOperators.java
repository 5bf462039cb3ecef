package org.descant.proof.mutation;

import java.util.List;

/** All kinds of mistakes that are made at single expressions. Where two give the same text, the earlier one names it. */
final class MutationOperators {
    static final List<MutationOperator> ALL = List.of(
            new MutationOperator("bias correction missing", BiasCorrections::missing),
            new MutationOperator("eps moved", Epsilons::moved),
            new MutationOperator("sign flipped", Signs::flipped),
            new MutationOperator("square dropped", Powers::dropped),
            new MutationOperator("term dropped", Chains::termDropped),
            new MutationOperator("factor dropped", Chains::factorDropped),
            new MutationOperator("* and / exchanged", Chains::productTurned),
            new MutationOperator("and and or exchanged", Chains::logicTurned),
            new MutationOperator("function dropped", Functions::dropped),
            new MutationOperator("function replaced", Functions::replaced),
            new MutationOperator("arguments exchanged", Functions::argumentsExchanged),
            new MutationOperator("shape changed", Functions::shapeChanged),
            new MutationOperator("hyperparameter replaced", Hypers::replaced),
            new MutationOperator("t off by one", Times::offByOne),
            new MutationOperator("index moved", Times::indexMoved),
            new MutationOperator("constant changed", Constants::changed),
            new MutationOperator("comparison turned", Choices::comparisonTurned),
            new MutationOperator("branches exchanged", Choices::exchanged),
            new MutationOperator("branch always taken", Choices::alwaysTaken),
            new MutationOperator("start from 0", Times::startForgotten));

    private MutationOperators() {}
}
