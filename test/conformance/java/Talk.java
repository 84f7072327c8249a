import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.core.response.RawResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Speaks with the test: a JSON line on standard output for each rule, a JSON line on standard input as answer. */
final class Talk {
  private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final BufferedReader IN = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Talk() {}

  static JsonObject hear() {
    try {
      return JsonParser.parseString(IN.readLine()).getAsJsonObject();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static void say(Object what) {
    OUT.println(json(what));
  }

  /** Does the work of a rule by a typed method of the SDK, reports what came of it, and returns what the test answers. */
  static JsonObject report(String rule, Callable<Map<String, ?>> work) {
    return report(rule, false, work);
  }

  static JsonObject report(String rule, boolean raw, Callable<Map<String, ?>> work) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rule", rule);
    line.put("raw", raw);
    try {
      line.put("detail", work.call());
      line.put("ok", true);
    } catch (Exception fault) {
      line.put("detail", Map.of("error", fault.toString()));
      line.put("ok", false);
    }
    say(line);
    return hear();
  }

  /** The data of an answer; throws where the platform refused. */
  static <T> T data(BaseResponse<T> response) {
    if (!response.success()) throw new IllegalStateException(response.getCode() + " " + response.getMsg());
    return response.getData();
  }

  static JsonObject bodyOf(RawResponse answer) {
    return JsonParser.parseString(new String(answer.getBody(), StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** The words of a message; null where it is no text. */
  static String textOf(String content) {
    JsonObject parsed = JsonParser.parseString(content).getAsJsonObject();
    return parsed.has("text") ? parsed.get("text").getAsString() : null;
  }

  static String json(Object value) {
    return GSON.toJson(value);
  }
}
