package io.qkt.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.qkt.dsl.CompileError;
import io.qkt.platform.registry.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemTest {
  @Test
  void json_ofAProblem_hasTheFieldsOfTheStandardAndOurs() throws JsonProcessingException {
    var json = Json.parse(Problem.of(404, "NOT_FOUND", "no such name", "deploy it").json());
    assertThat(json.fieldNames()).toIterable()
        .containsExactly("type", "title", "status", "code",
            "detail", "remedy", "requestId");
    assertThat(json.get("title").asText()).isEqualTo("not found");
    assertThat(json.get("status").intValue()).isEqualTo(404);
    assertThat(json.get("code").asText()).isEqualTo("NOT_FOUND");
  }

  @Test
  void requestId_ofEachAnswer_isAnother() throws JsonProcessingException {
    var problem = Problem.of(404, "NOT_FOUND", "no such name", "deploy it");
    assertThat(requestId(problem)).isNotBlank().isNotEqualTo(requestId(problem));
  }

  @Test
  void json_ofARefusedText_listsEachErrorWithItsPlace() throws JsonProcessingException {
    var error = new CompileError("E0004", "a setting must be known, was 'x'", 2, 7, "write y");
    var problem = Problem.of(new Refusal("INVALID_STRATEGY", "1 error", "mend it", List.of(error)));
    assertThat(Json.parse(problem.json()).get("errors")).singleElement().satisfies(listed -> {
      assertThat(listed.get("code").asText()).isEqualTo("E0004");
      assertThat(listed.get("line").intValue()).isEqualTo(2);
      assertThat(listed.get("column").intValue()).isEqualTo(7);
      assertThat(listed.get("help").asText()).isEqualTo("write y");
    });
  }

  @ParameterizedTest
  @CsvSource({"INVALID_NAME, 400", "NAME_TAKEN, 409", "FEED_CONFLICT, 409", "ANYTHING_ELSE, 422"})
  void status_ofARefusal_followsItsCode(String code, int status) {
    assertThat(Problem.of(new Refusal(code, "d", "r", List.of())).status()).isEqualTo(status);
  }

  private static String requestId(Problem problem) throws JsonProcessingException {
    return Json.parse(problem.json()).get("requestId").asText();
  }
}
