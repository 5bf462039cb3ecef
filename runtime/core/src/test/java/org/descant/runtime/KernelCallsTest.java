package org.descant.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

class KernelCallsTest {
    /** Loads a class of its own, as the loader of a generated class does. */
    private static final class OwnAdam extends ClassLoader {
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Adam.class.getName()) ? adam(name) : super.loadClass(name, resolve);
        }

        private Class<?> adam(String name) throws ClassNotFoundException {
            try (InputStream in = Adam.class.getResourceAsStream("Adam.class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        /** Whether a class is loaded for the classes of this loader, as the JVM's compilers see it. */
        boolean hasLoaded(Class<?> type) {
            return findLoadedClass(type.getName()) != null;
        }
    }

    @Test
    void whatKernelsCall_isLoadedForTheirLoaderBeforeTheyRun() throws ReflectiveOperationException {
        OwnAdam loader = new OwnAdam();
        Class<?> type = loader.loadClass(Adam.class.getName());
        assertThat(loader.hasLoaded(LongLoop.class)).isFalse();
        float[] values = {1};
        Constructor<?> constructor = type.getDeclaredConstructor(Parameters.class);
        constructor.setAccessible(true);
        constructor.newInstance(Parameters.builder()
                .tensor("w", values, 0, values.clone(), 0, 1)
                .build());
        assertThat(loader.hasLoaded(LongLoop.class)).isTrue();
        assertThat(loader.hasLoaded(Numeric.class)).isTrue();
        assertThat(loader.hasLoaded(Math.class)).isTrue();
    }
}
