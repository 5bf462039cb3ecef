package org.descant.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.descant.compiler.Descant;
import org.descant.compiler.RuleException;
import org.descant.compiler.build.FileException;
import org.descant.compiler.build.SourceFiles;
import org.descant.compiler.build.SourceRoot;
import org.descant.harness.recorded.RecordingException;
import org.descant.harness.report.HtmlReport;
import org.descant.harness.report.JsonReport;
import org.descant.harness.report.Report;
import org.descant.harness.report.TextReport;
import org.descant.proof.recorded.RecordingMismatchException;
import org.descant.proof.recorded.RecordingTableException;

/**
 * Holds the project's rules against recorded runs of other implementations, and the ways to run them (interpreted, compiled by Janino or
 * javac, in float and double) against each other. Which rule is to reproduce which run says a file <code>recordings.txt</code>, a line
 * for each run: <code>seed000-adam: com/example/my-adam.opt</code>, where the run is one that comes with Descant or a file of its format.
 * The report is in <code>target/descant</code>.
 */
@Mojo(
        name = "validate",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class ValidateMojo extends AbstractRuleMojo {
    private static final String TABLE = "recordings.txt";

    /** Where rule files stand. */
    @Parameter(defaultValue = "${project.basedir}/src/main/opt", required = true)
    private File sourceDirectory;

    /**
     * Which rules are to reproduce which recorded runs: files, whose paths are seen from where they stand. Unless it is set,
     * <code>recordings.txt</code> in <code>src/main/opt</code> and <code>src/test/opt</code>, where they are.
     */
    @Parameter
    private List<File> recordings = new ArrayList<>();

    /** Leaves validation out. */
    @Parameter(property = "descant.skipValidation", defaultValue = "false")
    private boolean skipValidation;

    @Parameter(defaultValue = "${project.build.directory}/descant", required = true)
    private File reportDirectory;

    @Parameter(defaultValue = "${project.basedir}/src/test/opt", readonly = true, required = true)
    private File testSourceDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            return;
        }
        if (skipValidation) {
            getLog().info("Skipped, as descant.skipValidation says");
            return;
        }
        Report report = validate();
        if (report.rows().isEmpty()) {
            getLog().info("There are no rules");
            return;
        }
        Path html = write(report);
        if (!report.isGood()) {
            TextReport.of(report).lines().forEach(getLog()::error);
            throw new MojoFailureException("The rules are not what they are to be; the report is " + html);
        }
        TextReport.of(report).lines().forEach(getLog()::info);
    }

    private Report validate() throws MojoExecutionException, MojoFailureException {
        SourceRoot source = root(sourceDirectory);
        try {
            ProjectRules rules = new ProjectRules(
                    source,
                    chosen(),
                    Descant.compiler()
                            .importPath(importPath(List.of(source), project().getCompileClasspathElements())));
            return rules.validate(project().getName(), tables(), task -> getLog().debug(task));
        } catch (RuleException
                | RecordingException
                | RecordingMismatchException
                | RecordingTableException
                | IllegalArgumentException wrong) {
            throw new MojoFailureException(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException | DependencyResolutionRequiredException unreadable) {
            throw new MojoExecutionException(
                    "The rules or their imports cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private List<Path> tables() throws MojoExecutionException {
        List<Path> tables = new ArrayList<>();
        for (File file : recordings) {
            if (!file.isFile()) {
                throw new MojoExecutionException("recordings: there is no file " + file);
            }
            tables.add(file.toPath());
        }
        if (recordings.isEmpty()) {
            for (File directory : List.of(sourceDirectory, testSourceDirectory)) {
                File file = new File(directory, TABLE);
                if (file.isFile()) {
                    tables.add(file.toPath());
                }
            }
        }
        return tables;
    }

    private Path write(Report report) throws MojoExecutionException {
        Path html = reportDirectory.toPath().resolve("validation.html");
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(html, HtmlReport.of(report));
        files.put(reportDirectory.toPath().resolve("validation.json"), JsonReport.of(report));
        try {
            SourceFiles.write(files);
            return html;
        } catch (FileException wrong) {
            throw new MojoExecutionException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
