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
 * Makes Java classes for tests of the rule files under <code>src/test/opt</code>. They can import what the project's own rule files can,
 * and those themselves.
 */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends AbstractGenerateMojo {
    /** Where rule files for tests stand; their folders are packages. The files are UTF-8, whatever encoding the project has. */
    @Parameter(defaultValue = "${project.basedir}/src/test/opt", required = true)
    private File testSourceDirectory;

    /** Where the project's own rule files stand, which can be imported. */
    @Parameter(defaultValue = "${project.basedir}/src/main/opt", required = true)
    private File sourceDirectory;

    /** Where Java is written to, as ASCII. It becomes a source directory of the tests. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/opt", required = true)
    private File testOutputDirectory;

    @Override
    File sourceDirectory() {
        return testSourceDirectory;
    }

    @Override
    File outputDirectory() {
        return testOutputDirectory;
    }

    @Override
    List<SourceRoot> importedRoots() {
        return List.of(root(sourceDirectory));
    }

    @Override
    List<String> classPath() throws DependencyResolutionRequiredException {
        return project().getTestClasspathElements();
    }

    @Override
    void addGenerated(String directory) {
        project().addTestCompileSourceRoot(directory);
    }

    @Override
    void addResource(Resource resource) {
        project().addTestResource(resource);
    }

    @Override
    String classesDirectory() {
        return project().getBuild().getTestOutputDirectory();
    }
}
