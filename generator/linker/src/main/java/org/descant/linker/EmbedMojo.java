package org.descant.linker;

import java.io.File;
import java.io.IOException;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Takes the classes of a dependency in among those of the module. */
@Mojo(
        name = "embed",
        defaultPhase = LifecyclePhase.COMPILE,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class EmbedMojo extends AbstractMojo {
    /** The group whose artifacts are taken in. */
    @Parameter(required = true)
    private String group;

    /** The package that their classes are in, or in packages of. */
    @Parameter(required = true)
    private String from;

    /** The package that stands in its place. */
    @Parameter(required = true)
    private String to;

    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Parameter(defaultValue = "${project.artifacts}", readonly = true, required = true)
    private Set<Artifact> artifacts;

    @Override
    public void execute() throws MojoExecutionException {
        Embedding embedding = new Embedding(new ClassFolder(classes.toPath()), path(from), path(to));
        int count = 0;
        try {
            for (Artifact artifact : artifacts) {
                if (artifact.getGroupId().equals(group)) {
                    count += embedding.embed(artifact.getFile().toPath());
                }
            }
            embedding.deleteOthers();
            embedding.refer();
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot take " + group + " in", e);
        }
        if (count == 0) {
            throw new MojoExecutionException("No dependency of the group " + group + " has classes in " + from);
        }
        getLog().info("Took in " + count + " classes");
    }

    private static String path(String packageName) {
        return packageName.replace('.', '/') + "/";
    }
}
