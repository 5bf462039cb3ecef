package org.descant.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApplicationTest {
    @Test
    void def_withOneStateThatItReturns_isTheEquationItself() {
        assertThat(lines("m = ema(g, 0.9)\n w[t] = w[t-1] - m")).isEqualTo("""
                        declared m: starts 0, next m
                        gradient 0 at weight
                        m = (0.9 * previous(m)) + ((1 - 0.9) * gradient(0))
                        w = weight - m
                        """);
    }

    @Test
    void def_withOneState_lendsItTheNameOfThePlainEquationOnly() {
        assertThat(lines("state s = 0\n m = debiased_ema(g, 0.9)\n s[t] = ema(g, 0.5)\n w[t] = ema(s[t] + m, 0.1)"))
                .isEqualTo("""
                        declared s: starts 0, next s
                        declared m: starts 0, next m.a
                        declared s.a: starts 0, next s.a
                        declared w.a: starts 0, next w.a
                        gradient 0 at weight
                        m.a = (0.9 * previous(m)) + ((1 - 0.9) * gradient(0))
                        m = m.a / (1 - (0.9 ^ t))
                        s.a = (0.5 * previous(s.a)) + ((1 - 0.5) * gradient(0))
                        s = s.a
                        w.x = s + m
                        w.a = (0.1 * previous(w.a)) + ((1 - 0.1) * w.x)
                        w = w.a
                        """);
    }

    @Test
    void statefulPartInTheArgumentsOfAnother_thatNamesThingsAlike_isNumbered() {
        assertThat(lines("m = lerp(ema(g, 0.9), g, 0.5)\n w[t] = w[t-1] - m")).isEqualTo("""
                        declared m#2.a: starts 0, next m#2.a
                        gradient 0 at weight
                        m#2.a = (0.9 * previous(m#2.a)) + ((1 - 0.9) * gradient(0))
                        m = m#2.a + (0.5 * (gradient(0) - m#2.a))
                        w = weight - m
                        """);
    }

    @Test
    void statefulPartBesideAGradientThatIsHeld_isNumbered() {
        assertThat(lines("h = grad(debiased_ema(w[t-1], 0.5)) when ema(t, 0.5) > 2\n w[t] = w[t-1] - h"))
                .contains("declared h#2.a: starts 0", "declared h#3.a: starts 0", "held h: ");
    }

    @Test
    void equationThatLendsItsName_leavesAnotherForWhatIsHeldOfIt() {
        String def = "def part(x) {\n a = 2 * ema(x, 0.9)\n return 1\n}\n";

        assertThat(lines(def, "p = part(g) when t > 2\n w[t] = w[t-1] - p.a"))
                .contains("declared p.a: starts 0", "held p.a#held: starts 0");
    }

    @Test
    void statefulPartInTheConditionOfAnother_isNumbered() {
        assertThat(lines("m = lerp(t, 1, 0.5) when ema(t, 0.5) > 2\n w[t] = w[t-1] - m * g"))
                .contains("declared m#2.a: starts 0, next m#2.a", "held m: ");
    }

    @Test
    void changedDefault_thatACallOverrules_isKnownAllTheSame() {
        String inner = """
                optimizer Inner(w, g) {
                  hyper lr = 0.1
                  option n = 1
                  w[t] = w[t-1] - lr * n * g
                }
                optimizer Changed = Inner(lr = 0.2, n = 2)
                """;

        assertThat(lines(inner, "rule inner = Changed(lr = 0.5, n = 3)\n w[t] = inner(w[t-1], g, lr: 0.25, n: 4)"))
                .isEqualTo("""
                        gradient 0 at weight
                        w.w = weight - ((0.25 * 4) * gradient(0))
                        w = w.w
                        """);
    }

    @Test
    void def_insideADefWithOneState_passesTheNameOn() {
        String def = "def outer(x) {\n inner = ema(x, 0.9)\n return 2 * inner\n}\n";

        assertThat(lines(def, "m = outer(g)\n w[t] = w[t-1] - m")).isEqualTo("""
                        declared m: starts 0, next m.inner
                        gradient 0 at weight
                        m.inner = (0.9 * previous(m)) + ((1 - 0.9) * gradient(0))
                        m = 2 * m.inner
                        w = weight - m
                        """);
    }

    @Test
    void secondStatefulPartOfAnEquation_isNumbered() {
        assertThat(lines("total = ema(g, 0.9) + clip_by_value(ema(g, 0.5), 1)\n w[t] = w[t-1] - total"))
                .isEqualTo("""
                        declared total: starts 0, next total.a
                        declared total#2.a: starts 0, next total#2.a
                        gradient 0 at weight
                        total.a = (0.9 * previous(total)) + ((1 - 0.9) * gradient(0))
                        total#2.a = (0.5 * previous(total#2.a)) + ((1 - 0.5) * gradient(0))
                        total = total.a + clamp(total#2.a, -1, 1)
                        w = weight - total
                        """);
    }

    @Test
    void partInAnArgument_isNumberedBehindTheOneAround() {
        assertThat(lines("m = ema(ema(g, 0.5), 0.9)\n w[t] = w[t-1] - m")).isEqualTo("""
                        declared m#2.a: starts 0, next m#2.a
                        declared m: starts 0, next m
                        gradient 0 at weight
                        m#2.a = (0.5 * previous(m#2.a)) + ((1 - 0.5) * gradient(0))
                        m = (0.9 * previous(m)) + ((1 - 0.9) * m#2.a)
                        w = weight - m
                        """);
    }

    @Test
    void defWhen_holdsItsLastValueAndCountsItsOwnSteps() {
        assertThat(lines("c = mod(t, 4) == 0\n m = debiased_ema(g, 0.9) when c\n w[t] = w[t-1] - m"))
                .isEqualTo("""
                        declared m.a: starts 0, next m.a when c
                        clock m.t: starts 0, next previous(m.t) + 1 when c
                        held m: starts 0, next m#value when c
                        gradient 0 at weight
                        c = mod(t, 4) == 0
                        m.a = (0.9 * previous(m.a)) + ((1 - 0.9) * gradient(0)) when c
                        m#value = m.a / (1 - (0.9 ^ (previous(m.t) + 1))) when c
                        m = if c then m#value else previous(m)
                        w = weight - m
                        """);
    }

    @Test
    void defWhen_alwaysTrue_isOnTheClockOfItsCaller() {
        assertThat(lines("on = true\n m = ema(g, 0.9) when on\n w[t] = w[t-1] - m"))
                .isEqualTo("""
                        declared m.a: starts 0, next m.a
                        gradient 0 at weight
                        m.a = (0.9 * previous(m.a)) + ((1 - 0.9) * gradient(0))
                        m = m.a
                        w = weight - m
                        """);
    }

    @Test
    void namesInsideASuspendedDef_areHeldWhenTheyAreRead() {
        String def = """
                def parts(x) {
                  state m = 1
                  m[t] = m[t-1] + x
                  big = m[t] > 2
                  past = x[t-1]
                  return if big then past else x
                }
                """;

        assertThat(lines(
                        def,
                        "p = parts(g) when t > 3\n b = if p.big then p.m[t] else p.m[t-1]\n w[t] = w[t-1] - p - b"))
                .isEqualTo("""
                        declared p.m: starts 1, next p.m when p#when
                        history p.x[t-1]: starts 0, next gradient(0) when p#when
                        held p: starts 0, next p#value when p#when
                        held p.big: starts 0, next if p.big then 1 else 0 when p#when
                        gradient 0 at weight
                        p#when = t > 3
                        p.m = previous(p.m) + gradient(0) when p#when
                        p.big = p.m > 2 when p#when
                        p.past = previous(p.x[t-1]) when p#when
                        p#value = if p.big then p.past else gradient(0) when p#when
                        p = if p#when then p#value else previous(p)
                        b = if if p#when then p.big else (previous(p.big) != 0) then (if p#when then p.m else previous(p.m)) else previous(p.m)
                        w = (weight - p) - b
                        """);
    }

    @Test
    void rule_appliedToTheParameter_keepsItsStarts() {
        String rule = """
                optimizer I(w, g) {
                  hyper lr = 0.1 in [0, 1]
                  state z = w[0]
                  z[t] = z[t-1] - lr * g
                  w[t] = w[t-1] + z[t] - w[t-2]
                }
                """;

        assertThat(lines(rule, "p = I(w[t-1], 2 * g, lr: 1 / t)\n w[t] = p")).isEqualTo("""
                        declared p.z: starts weight, next p.z
                        history p.w[t-2]: starts weight, next weight
                        gradient 0 at weight
                        p.g = 2 * gradient(0)
                        p.lr = 1 / t
                        p.z = previous(p.z) - (p.lr * p.g)
                        p.w = (weight + p.z) - previous(p.w[t-2])
                        p = p.w
                        w = p
                        check p.lr: p.lr in [0, 1]
                        """);
    }

    @Test
    void rule_appliedElsewhere_startsAtThePointOfItsFirstStep() {
        String rule = """
                optimizer I(w, g) {
                  state z = w[0]
                  z[t] = 0.5 * z[t-1] + w[0]
                  w[t] = w[t-1] - z[t] * z[t-2]
                }
                """;

        assertThat(lines(rule, "state s = 0\n s[t] = s[t-1] + g\n w[t] = I(s[t], g)"))
                .isEqualTo("""
                        declared s: starts 0, next s
                        declared w.z: starts 0, next w.z
                        origin w.w[0]: starts 0, next w.w[0]#start
                        history w.z[t-2]: starts 0, next w.z#start
                        gradient 0 at weight
                        s = previous(s) + gradient(0)
                        w.z#start = if t == 1 then s else previous(w.z)
                        w.w[0]#start = if t == 1 then s else previous(w.w[0])
                        w.z = (0.5 * w.z#start) + w.w[0]#start
                        w.z[t-2]#start = if t == 1 then s else previous(w.z[t-2])
                        w.w = s - (w.z * w.z[t-2]#start)
                        w = w.w
                        """);
    }

    @Test
    void ruleWhen_givesThePointBackAndStartsWhenItIsFirstActive() {
        String rule =
                "optimizer I(w, g) {\n hyper lr = 0.1\n state r = lr\n r[t] = r[t-1] / t\n w[t] = w[t-1] - r[t] * g\n}\n";

        assertThat(lines(rule, "c = mod(t, 2) == 0\n w[t] = I(w[t-1], g) when c"))
                .isEqualTo("""
                        hyper lr = 0.1
                        declared w.r: starts 0, next w.r when c
                        clock w.t: starts 0, next previous(w.t) + 1 when c
                        gradient 0 at weight
                        c = mod(t, 2) == 0
                        w.r#start = if (previous(w.t) + 1) == 1 then lr else previous(w.r) when c
                        w.r = w.r#start / (previous(w.t) + 1) when c
                        w.w = weight - (w.r * gradient(0)) when c
                        w = if c then w.w else weight
                        """);
    }

    @Test
    void applicationInsideASuspendedOne_countsOnTheInnerClock() {
        String rule = "optimizer I(w, g) {\n odd = mod(t, 2) == 1\n m = ema(g, 0.9) when odd\n w[t] = w[t-1] - m\n}\n";

        assertThat(lines(rule, "go = t > 3\n w[t] = I(w[t-1], g) when go")).isEqualTo("""
                        clock w.t: starts 0, next previous(w.t) + 1 when go
                        declared w.m.a: starts 0, next w.m.a when go and w.odd
                        gradient 0 at weight
                        go = t > 3
                        w.odd = mod(previous(w.t) + 1, 2) == 1 when go
                        w.m.a = (0.9 * previous(w.m.a)) + ((1 - 0.9) * gradient(0)) when go and w.odd
                        w.m = if w.odd then w.m.a else previous(w.m.a) when go
                        w.w = weight - w.m when go
                        w = if go then w.w else weight
                        """);
    }

    @Test
    void ruleParameter_isReplacedByADerivationAndRisesOnce() {
        String rules = """
                optimizer SGD(w, g) {
                  hyper lr = 0.1
                  w[t] = w[t-1] - lr * g
                }
                optimizer Sign(w, g) {
                  hyper lr = 0.3
                  hyper scale = 1
                  w[t] = w[t-1] - lr * sign(g) * scale
                }
                optimizer Twice(w, g) {
                  rule inner = SGD
                  p = inner(w[t-1], g)
                  w[t] = inner(p, g)
                }
                optimizer D = Twice(inner: Sign(scale: 2), lr = 0.7)
                """;

        assertThat(Rules.print(rules)).isEqualTo("""
                        rule D
                          hyper lr = 0.7
                          gradient 0 at weight
                          p.w = weight - ((lr * sign(gradient(0))) * 2)
                          p = p.w
                          w.w = p - ((lr * sign(gradient(0))) * 2)
                          w = w.w
                          result w
                        """);
    }

    @Test
    void matrixView_belongsToTheRuleThatSaysItAndItsDefs() {
        String rule =
                "optimizer I(w, g) {\n matrix last\n n = rms(g per row)\n c = centralize(g)\n w[t] = w[t-1] - g * n - c\n}\n";

        assertThat(lines(rule, "p = I(w[t-1], g)\n w[t] = p * norm(g per row)")).isEqualTo("""
                        gradient 0 at weight
                        p.n = rms(gradient(0) per row) (matrix last)
                        p.c = if rank > 1 then (gradient(0) - mean(gradient(0) per row)) else gradient(0) (matrix last)
                        p.w = (weight - (gradient(0) * p.n)) - p.c (matrix last)
                        p = p.w
                        w = p * norm(gradient(0) per row)
                        """);
    }

    @Test
    void parts_inWhatADefReturns_areNamedBelowReturn() {
        String def = "def f(x) {\n state a = 0\n a[t] = a[t-1] + x\n return ema(x, 0.9) + a[t]\n}\n";

        assertThat(lines(def, "m = f(g) + ema(g, 0.5)\n w[t] = w[t-1] - m")).isEqualTo("""
                        declared m.a: starts 0, next m.a
                        declared m.return: starts 0, next m.return.a
                        declared m#2.a: starts 0, next m#2.a
                        gradient 0 at weight
                        m.a = previous(m.a) + gradient(0)
                        m.return.a = (0.9 * previous(m.return)) + ((1 - 0.9) * gradient(0))
                        m#2.a = (0.5 * previous(m#2.a)) + ((1 - 0.5) * gradient(0))
                        m = (m.return.a + m.a) + m#2.a
                        w = weight - m
                        """);
    }

    @Test
    void past_ofALentState_isNotThatOfTheEquation() {
        String def = "def f(x) {\n state a = 1\n a[t] = a[t-2] + x\n return 2 * a[t]\n}\n";

        assertThat(lines(def, "q = f(g)\n w[t] = w[t-1] - q[t-2]")).isEqualTo("""
                        declared q: starts 1, next q.a
                        history q.a[t-2]: starts 1, next previous(q)
                        history q[t-1]: starts 0, next q
                        history q[t-2]: starts 0, next previous(q[t-1])
                        gradient 0 at weight
                        q.a = previous(q.a[t-2]) + gradient(0)
                        q = 2 * q.a
                        w = weight - previous(q[t-2])
                        """);
    }

    /** The state has the name of the equation that the def is called for, and does not read it. */
    @Test
    void past_ofAnArgumentThatIsALentStateOfTheCaller_isNoRecurrence() {
        String defs = """
                def before(x) { return x[t-1] }
                def f(x) {
                  state a = 1
                  a[t] = x
                  b = before(a[t-1])
                  return b
                }
                """;

        assertThat(lines(defs, "q = f(g)\n w[t] = w[t-1] - q")).isEqualTo("""
                        declared q: starts 1, next q.a
                        history q.b.x[t-1]: starts 0, next previous(q)
                        gradient 0 at weight
                        q.a = gradient(0)
                        q.b = previous(q.b.x[t-1])
                        q = q.b
                        w = weight - q
                        """);
    }

    @Test
    void hyperparameter_thatRisesTwiceAndIsFixed_isComputedOnce() {
        String rules = """
                optimizer SGD(w, g) {
                  hyper lr = 0.1 in [0, 1]
                  w[t] = w[t-1] - lr * g
                }
                optimizer Twice(w, g) {
                  rule inner = SGD
                  lr = norm(g)
                  p = inner(w[t-1], g)
                  w[t] = inner(p, g / lr)
                }
                optimizer D = Twice(lr: 1 / t)
                """;

        assertThat(Rules.print(rules)).isEqualTo("""
                        rule D
                          gradient 0 at weight
                          lr = norm(gradient(0))
                          lr#set = 1 / t
                          p.w = weight - (lr#set * gradient(0))
                          p = p.w
                          w.g = gradient(0) / lr
                          w.w = p - (lr#set * w.g)
                          w = w.w
                          check lr: lr#set in [0, 1]
                          result w
                        """);
    }

    private static String lines(String body) {
        return lines("", body);
    }

    /** The model of a rule without its first and last line, and without the indentation. */
    private static String lines(String before, String body) {
        String text = Rules.print(before + "optimizer A(w, g) {\n" + body + "\n}\n");
        return text.replaceFirst("rule A\n", "")
                .replaceFirst("  result w\n$", "")
                .replaceAll("(?m)^  ", "");
    }

    @Test
    void ruleAppliedToItsOwnResult_isTwoApplications() {
        assertThat(Rules.resolve("""
                optimizer Plain(w, g) { w[t] = w[t-1] - g }
                optimizer Twice(w, g) {
                  rule inner = Plain
                  w[t] = inner(inner(w[t-1], g), g)
                }
                """).equations()).hasSizeGreaterThan(1);
    }
}
