package chatterbox.http;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One request and its answer, without a server. */
public final class Exchange {
    public final Map<String, String> requestHeaders = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    public final ByteArrayOutputStream body = new ByteArrayOutputStream();
    public final Map<String, Object> attributes = new HashMap<>();
    public int status = 200;

    private final String method;
    private final String context;
    private final String path;

    public Exchange(String method, String path) {
        this(method, "", path);
    }

    public Exchange(String method, String context, String path) {
        this.method = method;
        this.context = context;
        this.path = path;
    }

    public Exchange with(String header, String value) {
        requestHeaders.put(header, value);
        return this;
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    public HttpServletRequest request() {
        return proxy(HttpServletRequest.class, this::ask);
    }

    public HttpServletResponse response() {
        return proxy(HttpServletResponse.class, this::answer);
    }

    private Object ask(Method called, Object... arguments) {
        return switch (called.getName()) {
            case "getMethod" -> method;
            case "getContextPath" -> context;
            case "getServletPath" -> path;
            case "getPathInfo" -> null;
            case "getRequestURI" -> context + path;
            case "getHeader" -> requestHeaders.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            default -> throw new UnsupportedOperationException(called.getName());
        };
    }

    private Object answer(Method called, Object... arguments) {
        switch (called.getName()) {
            case "setStatus" -> status = (int) arguments[0];
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            case "getOutputStream" -> {
                return new Body();
            }
            default -> throw new UnsupportedOperationException(called.getName());
        }
        return null;
    }

    private interface Handler {
        Object handle(Method called, Object... arguments);
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, called, arguments) -> handler.handle(called, arguments)));
    }

    private final class Body extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
