package org.descant.compiler.compile;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ClassLoaderIClassLoader;
import org.codehaus.janino.IClassLoader;
import org.jspecify.annotations.Nullable;

/**
 * What Janino knows of the types that generated classes link to, which are those of the runtime and of {@code java.lang}: kept for the next
 * rule, since to find it out by reflection takes a third of a compilation. It is not made for several threads, so that each
 * takes it away while it compiles, and who finds none makes another.
 */
final class LinkedTypes {
    /** Each rule leaves names behind that are no types, and which are to be forgotten sometime. */
    private static final int LONGEST_USE = 100;

    private static final AtomicReference<@Nullable LinkedTypes> IDLE = new AtomicReference<>();

    private final IClassLoader types = new ClassLoaderIClassLoader(LinkedTypes.class.getClassLoader());
    private int uses;

    /** A compilation with Janino. */
    interface Use<T> {
        T with(IClassLoader types) throws CompileException, IOException;
    }

    /** Compiles with what is known of types; what has failed leaves nothing for the next. */
    static <T> T lend(Use<T> use) throws CompileException, IOException {
        LinkedTypes idle = IDLE.getAndSet(null);
        LinkedTypes lent = idle == null ? new LinkedTypes() : idle;
        T result = use.with(lent.types);
        lent.uses++;
        if (lent.uses < LONGEST_USE) {
            IDLE.set(lent);
        }
        return result;
    }
}
