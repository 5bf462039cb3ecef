package com.example.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.example.rules.Adam;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void generatedRules_train() {
        Fit own = new Fit();
        assertEquals(0, own.after(200, new WarmAdam(own.parameters())), 1e-2);

        Fit other = new Fit();
        assertEquals(0, other.after(400, new Adam(other.parameters()).lr(0.1)), 1e-2);
    }

    @Test
    void ruleOfTheTests_waitsOneStep() {
        Fit fit = new Fit();
        HalfAsOften optimizer = new HalfAsOften(fit.parameters());

        assertEquals(1, fit.after(1, optimizer));
        assertEquals(0.99f, fit.after(1, optimizer));
    }

    @Test
    void ruleFiles_areOnTheClassPath() {
        assertNotNull(Fit.class.getResource("/META-INF/descant/rules/com/example/rules/parts/averages.opt"));
        assertNotNull(Fit.class.getResource("/META-INF/descant/rules/com/example/app/warm.opt"));
    }
}
