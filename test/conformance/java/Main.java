import com.lark.oapi.Client;
import java.util.Map;

/** The official Java SDK, unmodified, against the address it is told. */
final class Main {
  private Main() {}

  public static void main(String[] args) {
    try {
      play();
    } finally {
      // Threads of the long connection would keep the process alive, also when the test has gone.
      System.exit(0);
    }
  }

  private static void play() {
    Stage stage = new Stage(Talk.hear());
    Talk.say(Map.of("sdk", "oapi-sdk " + Client.class.getPackage().getImplementationVersion()));
    Client client = Client.newBuilder(stage.app("line", "appId"), stage.app("line", "appSecret")).openBaseUrl(stage.url).build();
    new Messages(stage, client).play();
    new Office(stage, client).play();
    new Push(stage, client).play();
  }
}
