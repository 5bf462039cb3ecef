package org.descant.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.descant.compiler.build.PathPatterns;
import org.descant.compiler.build.SourceRoot;
import org.descant.compiler.load.ImportPath;
import org.descant.compiler.load.ImportRoot;

/** What all goals over rule files have in common: which files they are about, and where imports are looked for. */
abstract class AbstractRuleMojo extends AbstractMojo {
    /** Does nothing at all. */
    @Parameter(property = "descant.skip", defaultValue = "false")
    private boolean skip;

    /** Which rule files are meant, as patterns such as <code>com/example/**</code>; all, if there are none. Others can still be imported. */
    @Parameter(property = "descant.includes")
    private List<String> includes = new ArrayList<>();

    /** Which rule files are not meant, though they are included. They can still be imported. */
    @Parameter(property = "descant.excludes")
    private List<String> excludes = new ArrayList<>();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    boolean isSkipped() {
        if (skip) {
            getLog().info("Skipped, as descant.skip says");
        } else {
            warnOfNames();
        }
        return skip;
    }

    private void warnOfNames() {
        Set<String> parameters = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (MojoDescriptor goal :
                execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            goal.getParameters().forEach(parameter -> parameters.add(parameter.getName()));
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String value = String.valueOf(parameter.getValue(""));
                properties.add(value.replaceAll("^\\$\\{|\\}$", ""));
            }
        }
        Misspelt.parameters(configured(), parameters).forEach(getLog()::warn);
        Misspelt.properties(session.getUserProperties().stringPropertyNames(), properties)
                .forEach(getLog()::warn);
    }

    /** What the project sets for this execution; Maven hands over only what the goal knows. */
    private List<String> configured() {
        Plugin plugin = execution.getPlugin();
        PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        Object configuration = own == null ? plugin.getConfiguration() : own.getConfiguration();
        return configuration instanceof Xpp3Dom elements
                ? Stream.of(elements.getChildren()).map(Xpp3Dom::getName).toList()
                : List.of();
    }

    MojoExecution execution() {
        return execution;
    }

    MavenProject project() {
        return project;
    }

    PathPatterns chosen() {
        return new PathPatterns(includes, excludes);
    }

    /** A directory, called as it is seen from where Maven was started. */
    SourceRoot root(File directory) {
        Path absolute = directory.toPath().toAbsolutePath().normalize();
        Path start =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path shown = absolute.startsWith(start) ? start.relativize(absolute) : absolute;
        return new SourceRoot(absolute, shown.toString().replace('\\', '/'));
    }

    /**
     * Where imports are looked for: directories of the project, the libraries among its dependencies, then those of the plugin.
     *
     * @param classPath of the project; what it has compiled itself is not read again
     */
    ImportPath importPath(List<SourceRoot> own, List<String> classPath) throws IOException {
        List<Path> elements = new ArrayList<>();
        for (String element : classPath) {
            if (!element.equals(project.getBuild().getOutputDirectory())
                    && !element.equals(project.getBuild().getTestOutputDirectory())) {
                elements.add(Path.of(element));
            }
        }
        pluginArtifacts.forEach(artifact -> elements.add(artifact.getFile().toPath()));
        List<ImportRoot> roots = new ArrayList<>(own);
        roots.addAll(ImportPath.library(elements).roots());
        return new ImportPath(roots);
    }

    List<Artifact> pluginArtifacts() {
        return pluginArtifacts;
    }
}
