package org.descant.compiler.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.descant.compiler.shape.Systems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
    @Test
    void system_isPrintedPartByPart() {
        EquationSystem system = Systems.of(Map.of("fast", "true"), """
                optimizer Inner(w, g) {
                  hyper rate = 0.1 in [0, 1)
                  state m as bf16 = 0
                  m[t] = 0.9 * m[t-1] + g
                  w[t] = w[t-1] - rate * m[t]
                }
                optimizer Rule(w, g) {
                  hyper limit = 5 in (0, inf)
                  option fast = false
                  input h per model
                  matrix last
                  x = g / norm(g per row)
                  y = if fast then x * h else x
                  w[t] = Inner(w[t-1], y, rate: 1 / t) when norm(g per model) < limit
                  output x
                }
                """);
        assertThat(Printer.print(system)).isEqualTo("""
                system Rule
                  hyper limit = 5 in (0, inf), one for all groups
                  option fast = true
                  input h: per model
                  state w.m: per element as bf16, declared, starts at 0 when w#when
                  state x: per element, output, starts at 0
                  gradient 0 at w[t-1]
                  x: per element = gradient(0) / sqrt(sum(gradient(0)^2 per row))
                  y: per element = x * narrow(h)
                  w#when: condition per model = sqrt(sum(gradient(0)^2 per model)) < limit
                  w.rate: per step = 1 / t
                  w.m: per element = narrow(0.9) * w.m[t-1] + y when w#when
                  w.w: per element = w[t-1] - narrow(w.rate) * w.m when w#when
                  w: per element = if w#when then w.w else w[t-1]
                  check w.rate: w.rate in [0, 1) when w#when
                  next w.m = w.m
                  next x = x
                  output x = x
                  result w
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g - (g - w[t-1]) - 1",
                "-g^2 + (-g)^2 + 2^(-g)",
                "(g + 1) * g / (g / 2)",
                "if not (g > 1 and g < 2) or g == 5 then 1 else if g > 0 then 1 else g",
                "max(g, -1) * clamp(g, 0, 1)"
            })
    void expression_hasNoMoreParenthesesThanNeeded(String text) {
        EquationSystem system = Systems.of("optimizer Rule(w, g) {", "x = " + text, "w[t] = x", "}");
        String printed = Printer.print(system.equations().get(0).value());
        assertThat(printed.replace("gradient(0)", "g").replaceAll("narrow\\(([-0-9.]*)\\)", "$1"))
                .isEqualTo(text);
    }
}
