package chatterbox.http;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** What becomes of an exception. Servers wrap them in their own, each in another way: the first that says something counts. */
final class Failures {
    private Failures() {}

    static Response response(Throwable failure) {
        var refusal = cause(failure, Refusal.class);
        if (refusal.isPresent()) {
            return Problem.response(refusal.get());
        }
        return cause(failure, WebApplicationException.class)
                .flatMap(Failures::ofTheServer)
                .orElseGet(() -> Problem.response(Incident.log("the API", failure)));
    }

    /** What the server says by itself, such as that there is no such address; empty when it speaks of a fault. */
    private static Optional<Response> ofTheServer(WebApplicationException exception) {
        var said = exception.getResponse();
        if (said.getStatus() < 400) {
            return Optional.of(said);
        }
        return reason(said.getStatus()).map(Refusal::of).map(refusal -> {
            var response = Response.fromResponse(Problem.response(refusal));
            Optional.ofNullable(said.getHeaderString(HttpHeaders.ALLOW))
                    .ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
            return response.build();
        });
    }

    /** The reason that fits a status of somebody else's; empty for one that nobody should see. */
    static Optional<Reason> reason(int status) {
        return switch (status) {
            case 401 -> Optional.of(Reason.SIGN_IN_AGAIN);
            case 403 -> Optional.of(Reason.FORBIDDEN);
            case 404 -> Optional.of(Reason.NOT_FOUND);
            case 405 -> Optional.of(Reason.METHOD_NOT_ALLOWED);
            case 406 -> Optional.of(Reason.NOT_ACCEPTABLE);
            case 413 -> Optional.of(Reason.TOO_LARGE);
            case 415 -> Optional.of(Reason.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> Optional.of(Reason.BUSY);
            default -> status < 500 ? Optional.of(Reason.MALFORMED) : Optional.empty();
        };
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
