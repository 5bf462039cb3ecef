package org.descant.compiler.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.commons.compiler.InternalCompilerException;
import org.codehaus.janino.IClassLoader;
import org.codehaus.janino.Parser;
import org.codehaus.janino.Scanner;
import org.codehaus.janino.UnitCompiler;
import org.codehaus.janino.util.ClassFile;
import org.descant.compiler.emit.JavaSource;
import org.jspecify.annotations.Nullable;

/**
 * One source on its way through Janino. Its parts are called one by one: its own front decodes the text from bytes, one character
 * at a time, and looks for the sources of names that it does not know in the directory where the program runs.
 */
final class JaninoUnit {
    private static final int TARGET = 17;

    private JaninoUnit() {}

    /** The class files, each under its binary name; as {@link ClassCompiler#compile}. */
    static Map<String, byte[]> compile(JavaSource source) {
        try {
            return LinkedTypes.lend(types -> compile(source, types));
        } catch (CompileException | IOException e) {
            throw refusal(source, e.getMessage());
        } catch (StackOverflowError e) {
            throw refusal(source, "it is nested too deeply");
        } catch (InternalCompilerException e) {
            if (isTooLarge(e)) {
                throw new CodeTooLargeException();
            }
            throw refusal(source, e.getMessage());
        }
    }

    private static Map<String, byte[]> compile(JavaSource source, IClassLoader types)
            throws CompileException, IOException {
        Scanner scanner = GeneratedTokens.of(source.className(), source.code());
        UnitCompiler compiler = new UnitCompiler(new Parser(scanner).parseAbstractCompilationUnit(), types);
        compiler.setTargetVersion(TARGET);
        List<ClassFile> files = new ArrayList<>();
        compiler.compileUnit(false, false, false, files);
        Map<String, byte[]> classes = new HashMap<>();
        files.forEach(file -> classes.put(file.getThisClassName(), file.toByteArray()));
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

    private static ClassCompilerException refusal(JavaSource source, @Nullable String complaint) {
        return new ClassCompilerException(JaninoCompiler.NAME, String.valueOf(complaint), source.code());
    }
}
