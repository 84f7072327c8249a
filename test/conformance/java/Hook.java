import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.core.response.EventResp;
import com.lark.oapi.event.EventDispatcher;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A request URL whose every request goes through the SDK's own dispatcher. */
final class Hook {
  private Hook() {}

  /** Listens on a free port and answers the address. */
  static String serve(EventDispatcher dispatcher) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/hook", exchange -> pass(exchange, dispatcher));
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private static void pass(HttpExchange exchange, EventDispatcher dispatcher) throws IOException {
    EventReq request = new EventReq();
    request.setHttpPath(exchange.getRequestURI().getPath());
    request.setHeaders(exchange.getRequestHeaders());
    request.setBody(exchange.getRequestBody().readAllBytes());
    try {
      EventResp response = dispatcher.handle(request);
      response.getHeaders().forEach((name, values) -> values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
      exchange.sendResponseHeaders(response.getStatusCode(), response.getBody().length);
      exchange.getResponseBody().write(response.getBody());
    } catch (Throwable fault) {
      exchange.sendResponseHeaders(500, -1);
    } finally {
      exchange.close();
    }
  }
}
