package chatterbox.origin;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/** Makes requests as a server would hand them over. */
public final class Requests {
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> parameters = new HashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final String method;
    private final String path;
    private String address = "192.0.2.1";
    private boolean secure;

    private Requests(String method, String path) {
        this.method = method;
        this.path = path;
        header("Host", "chat.example");
    }

    public static Requests request(String method, String path) {
        return new Requests(method, path);
    }

    public Requests header(String name, String value) {
        headers.computeIfAbsent(name, same -> new ArrayList<>()).add(value);
        return this;
    }

    public Requests bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Requests cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    public Requests parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public Requests from(String address) {
        this.address = address;
        return this;
    }

    public Requests https() {
        secure = true;
        return this;
    }

    public HttpServletRequest build() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, asked, arguments) -> answer(asked.getName(), arguments));
    }

    private Object answer(String asked, Object[] arguments) {
        return switch (asked) {
            case "getMethod" -> method;
            case "getServletPath" -> path;
            case "getPathInfo" -> null;
            case "getRemoteAddr" -> address;
            case "isSecure" -> secure;
            case "getHeader" ->
                headers.getOrDefault(arguments[0], List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getParameter" -> parameters.get(arguments[0]);
            default -> throw new UnsupportedOperationException(asked);
        };
    }
}
