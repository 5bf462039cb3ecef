package org.descant.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.lang.model.SourceVersion;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.descant.compiler.build.BuildOptions;
import org.descant.compiler.build.BuildRequest;
import org.descant.compiler.build.BuildResult;
import org.descant.compiler.build.ContentHash;
import org.descant.compiler.build.FileException;
import org.descant.compiler.build.RuleBuild;
import org.descant.compiler.build.RuleResources;
import org.descant.compiler.build.SourceRoot;
import org.descant.compiler.emit.CompilerVersion;

/** The goals that make Java of rule files. */
abstract class AbstractGenerateMojo extends AbstractRuleMojo {
    /**
     * The package of rules that stand in no folder of the source directory. Folders are its subpackages:
     * <code>fast/adam.opt</code> goes to <code>com.example.fast</code> where this is <code>com.example</code>. Unless it is set, folders
     * alone are packages.
     */
    @Parameter(property = "descant.packageName")
    private String packageName = "";

    /**
     * <code>strict</code> computes what is written, bit for bit; <code>relaxed</code> may change bits where that saves time.
     */
    @Parameter(property = "descant.math", defaultValue = "strict")
    private String math;

    /**
     * Whether the vector form of each rule's class is written beside it, which is used where a JVM has the Vector API and that is faster. The project must be compiled
     * with <code>--add-modules jdk.incubator.vector</code>, and <code>source</code> and <code>target</code> in place of <code>release</code>.
     */
    @Parameter(property = "descant.vectorForms", defaultValue = "false")
    private boolean vectorForms;

    /** Whether a warning fails the build. */
    @Parameter(property = "descant.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Whether the rule files go into the jar, under <code>META-INF/descant/rules</code>, so that other projects can import them by their
     * path from the source directory.
     */
    @Parameter(property = "descant.addToJar", defaultValue = "true")
    private boolean addToJar;

    @Parameter(defaultValue = "${project.build.directory}/descant", readonly = true, required = true)
    private File stateDirectory;

    @Parameter(defaultValue = "${project.build.directory}/generated-resources", readonly = true, required = true)
    private File resourceDirectory;

    @Inject
    private BuildContext buildContext;

    /** What is behind the build context: its default, or Eclipse. */
    @Inject
    private org.sonatype.plexus.build.incremental.BuildContext environment;

    /** Where rule files stand. */
    abstract File sourceDirectory();

    /** Where Java is written to. */
    abstract File outputDirectory();

    /** Directories of the project whose rule files can be imported, too. */
    abstract List<SourceRoot> importedRoots();

    abstract List<String> classPath() throws DependencyResolutionRequiredException;

    abstract void addGenerated(String directory);

    abstract void addResource(Resource resource);

    /** Where Maven copies resources to. */
    abstract String classesDirectory();

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            return;
        }
        if (!packageName.isEmpty() && !SourceVersion.isName(packageName, SourceVersion.RELEASE_17)) {
            throw new MojoExecutionException("packageName: '" + packageName + "' is not the name of a Java package");
        }
        if (!math.equals("strict") && !math.equals("relaxed")) {
            throw new MojoExecutionException("math: '" + math + "' is neither strict nor relaxed");
        }
        SourceRoot source = root(sourceDirectory());
        BuildResult result = build(source);
        // Eclipse wants to know of the directory, whatever comes of the rules.
        addGenerated(outputDirectory().getPath());
        new Messages(getLog(), buildContext, environment, hasLibrary()).show(source, root(outputDirectory()), result);
        if (result.sources() > 0) {
            requireRuntime();
        }
        buildContext.refresh(outputDirectory());
        if (addToJar && sourceDirectory().isDirectory()) {
            addResource(rules(source));
        }
    }

    private void requireRuntime() throws MojoExecutionException, MojoFailureException {
        RuntimeLibrary runtime = new RuntimeLibrary(CompilerVersion.TEXT);
        Optional<Artifact> dependency = find(project().getArtifacts(), "descant-runtime");
        if (dependency.isPresent()) {
            runtime.remark(dependency.get().getBaseVersion()).ifPresent(getLog()::warn);
            return;
        }
        try {
            Optional<String> absence =
                    runtime.absence(classPath().stream().map(Path::of).toList());
            if (absence.isPresent()) {
                throw new MojoFailureException(absence.get());
            }
        } catch (IOException | DependencyResolutionRequiredException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private boolean hasLibrary() {
        return find(project().getArtifacts(), "descant-rules").isPresent()
                || find(pluginArtifacts(), "descant-rules").isPresent();
    }

    private static Optional<Artifact> find(Collection<Artifact> artifacts, String name) {
        return artifacts.stream()
                .filter(artifact -> artifact.getGroupId().equals("org.descant")
                        && artifact.getArtifactId().equals(name))
                .findFirst();
    }

    private static MojoExecutionException unreadable(Exception cause) {
        return new MojoExecutionException("The class path cannot be read: " + cause.getMessage(), cause);
    }

    private BuildResult build(SourceRoot source) throws MojoExecutionException {
        try {
            return RuleBuild.run(new BuildRequest(
                    source,
                    chosen(),
                    importPath(importedRoots(), classPath()),
                    outputDirectory().toPath(),
                    stateDirectory.toPath().resolve(state()),
                    new BuildOptions(packageName, math.equals("relaxed"), vectorForms, failOnWarning, compiler())));
        } catch (FileException wrong) {
            throw new MojoExecutionException(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException | DependencyResolutionRequiredException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** Each execution has a state of its own. */
    private String state() {
        return execution().getGoal() + "-" + execution().getExecutionId() + ".state";
    }

    /** What tells this compiler from others of its version, which a snapshot can have many of. */
    private String compiler() throws IOException {
        StringBuilder hashes = new StringBuilder();
        for (Artifact artifact : pluginArtifacts()) {
            if (artifact.isSnapshot()) {
                Path file = artifact.getFile().toPath();
                hashes.append(artifact.getArtifactId())
                        .append(' ')
                        .append(ContentHash.of(file))
                        .append('\n');
            }
        }
        return hashes.toString();
    }

    /** The rule files at their place in the jar. They are copied there, since Maven 4 forgets where a resource is to go. */
    private Resource rules(SourceRoot source) throws MojoExecutionException {
        Path directory = resourceDirectory
                .toPath()
                .resolve(execution().getGoal() + "-" + execution().getExecutionId());
        try {
            RuleResources.copy(source, directory, Path.of(classesDirectory()));
        } catch (FileException wrong) {
            throw new MojoExecutionException(String.valueOf(wrong.getMessage()), wrong);
        }
        buildContext.refresh(directory.toFile());
        Resource resource = new Resource();
        resource.setDirectory(directory.toString());
        return resource;
    }
}
