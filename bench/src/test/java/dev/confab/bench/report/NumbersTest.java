package dev.confab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void shouldShowThreeDigitsThatMeanSomething() {
        assertThat(Numbers.text(0.01234)).isEqualTo("0.012");
        assertThat(Numbers.text(1.2345)).isEqualTo("1.23");
        assertThat(Numbers.text(12.345)).isEqualTo("12.3");
        assertThat(Numbers.text(123.45)).isEqualTo("123");
        assertThat(Numbers.text(12_345.6)).isEqualTo("12,346");
        assertThat(Numbers.text(5)).isEqualTo("5");
        assertThat(Numbers.text(Double.NaN)).isEqualTo("–");
    }

    @Test
    void shouldFindTheMiddle() {
        assertThat(Numbers.median(3, 1, 2)).isEqualTo(2);
        assertThat(Numbers.median(4, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Numbers.median()).isNaN();
    }
}
