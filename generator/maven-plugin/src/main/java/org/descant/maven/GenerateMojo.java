package org.descant.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.descant.compiler.build.SourceRoot;

/**
 * Makes a Java class of each optimizer and each schedule of the rule files under <code>src/main/opt</code>, in the package that their
 * folder says. Imports are looked for beside the file, in the source directory, among the dependencies of the project, then among those of
 * the plugin.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {
    /**
     * Where rule files stand; their folders are packages. The files are UTF-8, whatever encoding the project has, so that they mean the
     * same wherever they are imported.
     */
    @Parameter(defaultValue = "${project.basedir}/src/main/opt", required = true)
    private File sourceDirectory;

    /**
     * Where Java is written to. It becomes a source directory of the project. The Java is ASCII, which every encoding of a project has, so
     * there is none to be set.
     */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/opt", required = true)
    private File outputDirectory;

    @Override
    File sourceDirectory() {
        return sourceDirectory;
    }

    @Override
    File outputDirectory() {
        return outputDirectory;
    }

    @Override
    List<SourceRoot> importedRoots() {
        return List.of();
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project().getCompileClasspathElements();
    }

    @Override
    void addGenerated(String directory) {
        project().addCompileSourceRoot(directory);
    }

    @Override
    void addResource(Resource resource) {
        project().addResource(resource);
    }

    @Override
    String classesDirectory() {
        return project().getBuild().getOutputDirectory();
    }
}
