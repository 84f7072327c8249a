import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What the test told at the start: the address, the two apps, the people and everything to be sent. */
final class Stage {
  final String url;
  private final JsonObject told;

  Stage(JsonObject told) {
    this.told = told;
    this.url = told.get("url").getAsString();
  }

  /** A setting of one of the two apps. */
  String app(String name, String key) {
    return told.getAsJsonObject("apps").getAsJsonObject(name).get(key).getAsString();
  }

  String person(int index) {
    return told.getAsJsonArray("ids").get(index).getAsString();
  }

  /** The same person as the second app knows him. */
  String hookPerson(int index) {
    return told.getAsJsonArray("hookIds").get(index).getAsString();
  }

  JsonElement given(String name) {
    return told.getAsJsonObject("given").get(name);
  }

  String words(String name) {
    return given(name).getAsString();
  }

  String words(String name, String part) {
    return given(name).getAsJsonObject().get(part).getAsString();
  }
}
