package org.descant.compiler.rewrite;

/** One law that the compiler uses to make a system smaller or cheaper. Its Javadoc holds the law, its proof and its near misses. */
public sealed interface Rewrite permits ExpressionRewrite, SystemRewrite {
    Exactness exactness();

    /** What {@code explain} calls it: a verb phrase. */
    default String label() {
        return getClass().getSimpleName();
    }
}
