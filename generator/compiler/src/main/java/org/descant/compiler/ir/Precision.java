package org.descant.compiler.ir;

/** What a value is rounded to. */
public enum Precision {
    /** Double, whatever the parameters are. */
    NUMBER,
    /** The type of the parameters. */
    ELEMENT,
    /** A condition is not rounded. */
    TRUTH;

    /** The precision of an expression; the operands of a well-typed {@link Apply} agree, so one is asked. */
    public static Precision of(Expr expr) {
        if (expr.kind() == Kind.BOOLEAN) {
            return TRUTH;
        }
        if (expr instanceof Narrow) {
            return ELEMENT;
        }
        if (expr instanceof Apply apply) {
            return of(apply.operands().get(apply.operands().size() - 1));
        }
        return of(expr.shape(), Kind.NUMBER);
    }

    /** The precision in which a variable or a state of this shape is computed. */
    public static Precision of(Shape shape, Kind kind) {
        if (kind == Kind.BOOLEAN) {
            return TRUTH;
        }
        return shape.isNumber() ? NUMBER : ELEMENT;
    }
}
