package chatterbox.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.account.Role;
import chatterbox.login.Requires;

/** What administrators do with accounts over HTTP. */
@Path("accounts/{username}")
@Requires(Role.ADMIN)
@Singleton
public final class AccountsResource {
    @Inject
    Roles roles;

    @Inject
    Bans bans;

    /** The role that the account is to have. */
    public record NewRole(Role role) {}

    @PUT
    @Path("role")
    @Consumes(MediaType.APPLICATION_JSON)
    public void role(@PathParam("username") String username, NewRole wanted, @Context SecurityContext caller) {
        roles.change(caller.getUserPrincipal().getName(), username, wanted.role());
    }

    @PUT
    @Path("ban")
    public void ban(@PathParam("username") String username) {
        bans.ban(username);
    }

    @DELETE
    @Path("ban")
    public void unban(@PathParam("username") String username) {
        bans.unban(username);
    }
}
