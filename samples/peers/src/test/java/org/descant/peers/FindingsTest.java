package org.descant.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.descant.harness.ModelTensor;
import org.descant.harness.Session;
import org.descant.harness.Subject;
import org.descant.harness.compare.RunResult;
import org.descant.harness.reference.Reference;
import org.descant.harness.reference.References;
import org.descant.harness.report.Check;
import org.descant.harness.report.Report;
import org.descant.harness.report.ReportRow;
import org.descant.harness.report.TextReport;
import org.descant.runtime.ElementType;
import org.junit.jupiter.api.Test;

/** Optimizers that are known to be right or wrong are found to be so. */
class FindingsTest {
    private static final Map<String, Double> SETTINGS = Map.of("lr", 0.05, "beta1", 0.9, "beta2", 0.99, "eps", 1e-3);

    private static final List<Finding> FINDINGS = findings();

    @Test
    void table_saysWhatEachOptimizerIs_andWhereItPartsFromItsName() {
        assertThat(FindingsTable.of(FINDINGS)).isEqualTo("""
                Ours 1.0: 4 optimizers, same 1, differs 2, throws 1

                    optimizer  by its name  verdict  it is                          first difference
                    Good       Adam         same     Adam                           none
                    Hat        Adam         differs  AdamEpsHat, AdamEpsHatCoupled  step 1, layer1.weight[0, 0]: 0.8507882, not 0.8545443, 63,017 ulps
                    Lost       Adam         differs  no rule that is known here     step 2, layer1.weight[0, 0]: 0.8877747711654252, not 0.8876909923363864, 754,612,606,482 ulps
                    Broken     Adam         throws   nothing that runs              java.lang.UnsupportedOperationException: Not implemented

                """);
    }

    @Test
    void report_holdsTheSame_withACloseLook() {
        Report report = FindingsReport.of(FINDINGS);

        assertThat(TextReport.summary(report))
                .isEqualTo("Other libraries, beside the equations: 1 good, 2 differs, 1 failed");
        assertThat(report.rows()).extracting(ReportRow::rule).contains("Ours 1.0: Hat");
        Check hat = report.rows().get(1).checks().get(0);
        assertThat(hat.name()).isEqualTo("float");
        assertThat(hat.message()).isEqualTo("It is AdamEpsHat, AdamEpsHatCoupled.");
        assertThat(hat.result().flatMap(RunResult::parting)).isPresent();
        assertThat(report.rows().get(3).checks())
                .containsExactly(Check.failed("double", "java.lang.UnsupportedOperationException: Not implemented"));
    }

    private static List<Finding> findings() {
        Examination examination = new Examination();
        return List.of(
                        peer("Good", "Adam", ElementType.DOUBLE),
                        peer("Hat", "AdamEpsHat", ElementType.FLOAT),
                        new Peer("Lost", "Adam", SETTINGS, lost(), true),
                        new Peer("Broken", "Adam", SETTINGS, new Broken(), true))
                .stream()
                .map(peer -> examination.examine("Ours 1.0", peer))
                .toList();
    }

    /** Something called Adam that is the reference of that name. */
    private static Peer peer(String name, String reference, ElementType type) {
        return new Peer(
                name, "Adam", SETTINGS, setUp(References.named(reference)).in(type), true);
    }

    private static Subject lost() {
        return setUp(References.named("Adam")).with("beta2", 0.98).in(ElementType.DOUBLE);
    }

    private static Reference setUp(Reference reference) {
        Reference setUp = reference;
        for (Map.Entry<String, Double> hyper : SETTINGS.entrySet()) {
            setUp = setUp.with(hyper.getKey(), hyper.getValue());
        }
        return setUp;
    }

    /** An optimizer that cannot be put to work. */
    private record Broken() implements Subject {
        @Override
        public String name() {
            return "Broken";
        }

        @Override
        public ElementType elementType() {
            return ElementType.DOUBLE;
        }

        @Override
        public Session begin(List<ModelTensor> tensors) {
            throw new UnsupportedOperationException("Not implemented");
        }
    }
}
