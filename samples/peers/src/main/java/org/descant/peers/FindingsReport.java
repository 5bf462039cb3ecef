package org.descant.peers;

import java.util.List;
import java.util.Optional;
import org.descant.harness.report.Check;
import org.descant.harness.report.Report;
import org.descant.harness.report.ReportRow;
import org.descant.harness.report.Verdict;

/** The findings as a report of the harness, which there are pages and a form for machines of. */
final class FindingsReport {
    private FindingsReport() {}

    static Report of(List<Finding> findings) {
        return new Report(
                "Other libraries, beside the equations",
                findings.stream().map(FindingsReport::row).toList());
    }

    private static ReportRow row(Finding finding) {
        Peer peer = finding.peer();
        return new ReportRow(
                finding.library() + ": " + peer.name(),
                peer.rule(),
                Examination.tolerance(peer),
                "",
                Candidate.named(peer.rule()).text().text(),
                List.of(finding.identity().accept(new ToCheck(peer))));
    }

    private record ToCheck(Peer peer) implements Identity.Visitor<Check> {
        @Override
        public Check visit(Identity.Same same) {
            return Check.of(type(), same.result());
        }

        @Override
        public Check visit(Identity.Differs differs) {
            return new Check(
                    type(), Verdict.DIFFERS, Optional.of(differs.result()), "It is " + IdentityWords.is(differs) + ".");
        }

        @Override
        public Check visit(Identity.Throws thrown) {
            return Check.failed(type(), thrown.thrown().toString());
        }

        private String type() {
            return peer.subject().elementType().javaName();
        }
    }
}
