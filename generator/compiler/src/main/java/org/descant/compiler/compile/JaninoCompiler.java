package org.descant.compiler.compile;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.InternalCompilerException;
import org.codehaus.commons.compiler.util.resource.MapResourceCreator;
import org.codehaus.commons.compiler.util.resource.Resource;
import org.codehaus.commons.compiler.util.resource.StringResource;
import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.Compiler;
import org.descant.compiler.emit.JavaSource;

/** Janino: small, quick, and there without a JDK. */
public final class JaninoCompiler implements ClassCompiler {
    private static final int TARGET = 17;

    @Override
    public String name() {
        return "janino";
    }

    @Override
    public Map<String, byte[]> compile(List<JavaSource> sources) {
        Map<String, byte[]> files = new HashMap<>();
        Compiler compiler = new Compiler();
        compiler.setIClassLoader(new ClassLoaderIClassLoader(JaninoCompiler.class.getClassLoader()));
        compiler.setTargetVersion(TARGET);
        compiler.setClassFileCreator(new MapResourceCreator(files));
        Resource[] resources = sources.stream()
                .map(source -> new StringResource(path(source), source.text()))
                .toArray(Resource[]::new);
        try {
            compiler.compile(resources);
        } catch (CompileException | IOException e) {
            throw new ClassCompilerException(name(), String.valueOf(e.getMessage()), text(sources));
        } catch (InternalCompilerException e) {
            if (isTooLarge(e)) {
                throw new CodeTooLargeException();
            }
            throw new ClassCompilerException(name(), String.valueOf(e.getMessage()), text(sources));
        }
        Map<String, byte[]> classes = new HashMap<>();
        files.forEach((file, bytes) -> classes.put(binaryName(file), bytes));
        return classes;
    }

    /** Janino says so at the statement where it happens, in the innermost of a chain of causes. */
    private static boolean isTooLarge(InternalCompilerException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage()).contains("beyond 64 KB");
    }

    private static String path(JavaSource source) {
        return source.className().replace('.', '/') + ".java";
    }

    private static String binaryName(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }

    private static String text(List<JavaSource> sources) {
        return String.join("\n", sources.stream().map(JavaSource::text).toList());
    }
}
