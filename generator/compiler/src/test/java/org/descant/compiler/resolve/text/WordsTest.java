package org.descant.compiler.resolve.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<String> NAMES = List.of("adam", "adamw", "adamax", "nadam", "lion");

    @Test
    void oneMistake_isForgiven() {
        assertThat(Words.nearest("liom", NAMES)).contains("lion");
        assertThat(Words.nearest("lon", NAMES)).contains("lion");
        assertThat(Words.nearest("lionn", NAMES)).contains("lion");
        assertThat(Words.nearest("lino", NAMES)).contains("lion");
    }

    @Test
    void nearestName_isTaken() {
        assertThat(Words.nearest("adamww", NAMES)).contains("adamw");
        assertThat(Words.nearest("AdaMx", NAMES)).contains("adam");
    }

    @Test
    void otherWord_meansNothing() {
        assertThat(Words.nearest("sgd", NAMES)).isEmpty();
        assertThat(Words.nearest("", NAMES)).isEmpty();
    }

    @Test
    void instead_namesWhatThereIs() {
        assertThat(Words.instead("lino", NAMES)).contains("did you mean 'lion'?");
        assertThat(Words.instead("sgd", NAMES)).contains("there are adam, adamw, adamax, nadam, lion");
        assertThat(Words.instead("sgd", List.of("adam"))).contains("there is adam");
        assertThat(Words.instead("sgd", List.of())).isEmpty();
    }
}
