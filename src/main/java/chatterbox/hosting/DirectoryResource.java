package chatterbox.hosting;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.account.UserName;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Directory;

/** The rooms that the caller may find, over HTTP. */
@Path("directory")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class DirectoryResource {
    private static final int MOST = 200;

    @Inject
    Directory directory;

    /** A part of the directory, by name; the next one begins behind the last name. */
    public record Page(List<Directory.Listed> rooms, boolean more) {}

    @GET
    public Page page(
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @Context SecurityContext caller) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.of(Reason.MALFORMED).at("limit");
        }
        var reader = caller.getUserPrincipal().getName();
        var found = directory.find(reader, UserName.fold(query.strip()), UserName.fold(after), limit + 1);
        return new Page(found.stream().limit(limit).toList(), found.size() > limit);
    }
}
