package chatterbox.http;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import chatterbox.login.Visitor;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** The page for the errors that the server itself finds: without it, its own page would tell its name and more. */
@WebServlet(urlPatterns = ErrorServlet.ADDRESS, asyncSupported = true)
public class ErrorServlet extends HttpServlet {
    static final String ADDRESS = "/error";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem.send(
                request.getDispatcherType() == DispatcherType.ERROR ? refusal(request) : Refusal.of(Reason.NOT_FOUND),
                response);
    }

    private static Refusal refusal(HttpServletRequest request) {
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (failure instanceof IOException && !cameThroughTheGate(request)) {
            // An address that the server could not read: Open Liberty fails at an encoded slash, with 500.
            return Refusal.of(Reason.MALFORMED);
        }
        return Optional.ofNullable(status)
                // Open Liberty throws something of its own even for an address under WEB-INF.
                .filter(code -> failure == null || code < 500)
                .flatMap(Failures::reason)
                .map(Refusal::of)
                .orElseGet(() -> Incident.log("a servlet", failure));
    }

    private static boolean cameThroughTheGate(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) != null;
    }
}
