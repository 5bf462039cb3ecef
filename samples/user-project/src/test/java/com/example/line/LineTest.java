package com.example.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.descant.proof.junit.RuleTest;
import org.descant.rules.AdamW;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void ownRule_fits() {
        Line line = new Line();

        line.fit(new Pull(line.parameters()).lr(0.01).pull(0), 2000);

        assertEquals(2, line.slope(), 0.1);
        assertEquals(1, line.offset(), 0.1);
    }

    @Test
    void ruleOfTheLibrary_fits() {
        Line line = new Line();

        line.fit(new AdamW(line.parameters()).lr(0.1).weightDecay(0), 500);

        assertEquals(2, line.slope(), 0.01);
        assertEquals(1, line.offset(), 0.01);
    }

    @RuleTest(
            rule = "src/main/opt/com/example/line/my_lion.opt",
            recordings = {"lion-optax", "lion-timm"},
            sameAs = "lion")
    void myLion_isLion() {}
}
