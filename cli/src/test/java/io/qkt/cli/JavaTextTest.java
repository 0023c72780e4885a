package io.qkt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTest {
  private static final String SAMPLE = """
      import java.util.List;
      import static java.util.Map.entry;
      import java.util.Optional;

      /** A brace in a comment { is none, and neither is this import: Optional. */
      @Named({"a"})
      record Sample(List<String> names) {
        static final Runnable NOTHING = () -> {
        };

        Sample {
          assert names != null;
        }

        @Override
        @SuppressWarnings(value = {"x"})
        public String toString() {
          var brace = "{" + '{' + "\\"{";
          return new Object() {
            public String toString() {
              return brace;
            }
          }.toString();
        }

        enum Kind {
          ONE {
            void one() {}
          },
          TWO
        }
      }
      """;

  @Test
  void methods_ofASample_areMeasured() {
    assertThat(new JavaText(SAMPLE).methods()).extracting(JavaText.Method::lines)
        .containsExactly(3, 8, 1);
  }

  @Test
  void methods_startWithTheirHeader() {
    assertThat(new JavaText(SAMPLE).methods()).extracting(JavaText.Method::header)
        .containsExactly("Sample", "public String toString()", "void one()");
  }

  @Test
  void unusedImports_neverSaidAgain_areNamed() {
    assertThat(new JavaText(SAMPLE).unusedImports()).containsExactly("java.util.Map.entry");
  }

  @Test
  void code_keepsItsLinesAndLosesItsTexts() {
    var code = new JavaText(SAMPLE).code();

    assertThat(code.lines().count()).isEqualTo(SAMPLE.lines().count());
    assertThat(code).doesNotContain("brace in a comment").doesNotContain("\"");
  }
}
