package org.descant.linker;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Links the lambdas and the methods of records in the classes of a module. */
@Mojo(name = "link", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class LinkMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true, required = true)
    private File classes;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            int linked = new Linking(new ClassFolder(classes.toPath())).link();
            getLog().info("Linked " + linked + (linked == 1 ? " class" : " classes"));
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot link the classes in " + classes, e);
        }
    }
}
