package chatterbox.live;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;

import chatterbox.outbox.Closing;
import chatterbox.session.Caller;

/**
 * The chat's socket: one instance a connection, told what the server hears on it. Whoever comes here was let in by the
 * authenticator's filter, before the upgrade.
 */
@ServerEndpoint(value = "/ws", configurator = ChatSocket.Configurator.class)
public class ChatSocket {
    private static final Logger LOG = System.getLogger(ChatSocket.class.getName());

    private final Floor floor;
    private final Inbound inbound = new Inbound();
    private volatile LiveSession session;

    /** Open Liberty wants one without parameters, and one alone. */
    public ChatSocket() {
        floor = CDI.current().select(Floor.class).get();
    }

    @OnOpen
    public void open(Session socket) {
        socket.setMaxIdleTimeout(0); // The heartbeat watches: Payara under load closed sessions that were seconds old.
        var transport = new SocketTransport(socket, floor.closer.ofSockets());
        if (socket.getUserPrincipal() instanceof Caller caller) {
            session = floor.lobby.session(caller, transport); // Before it enters, for a close may come while it does.
            floor.lobby.enter(session);
        } else {
            transport.close(Closing.SIGN_IN_AGAIN);
        }
    }

    @OnMessage
    public void text(String part, boolean last) {
        if (session == null) {
            return;
        }
        session.hear();
        try {
            inbound.add(part, last).ifPresent(this::carryOut);
        } catch (Inbound.TooLarge e) {
            session.outbox().end(Closing.TOO_LARGE);
        }
    }

    /** As the application, whatever the thread is that read the frame: see the line. */
    private void carryOut(String frame) {
        var thread = Thread.currentThread();
        var server = thread.getContextClassLoader();
        thread.setContextClassLoader(ChatSocket.class.getClassLoader());
        try {
            floor.commands.carryOut(frame, session);
        } finally {
            thread.setContextClassLoader(server);
        }
    }

    /** Nothing of the protocol is binary. */
    @OnMessage
    public void binary(ByteBuffer part, boolean last) {
        if (session != null && last) {
            session.hear();
            carryOut("");
        }
    }

    @OnMessage
    public void pong(PongMessage pong) {
        if (session != null) {
            session.hear();
        }
    }

    @OnClose
    public void close(Session socket, CloseReason reason) {
        Optional.ofNullable(session).ifPresent(floor.lobby::leave);
    }

    /** A lost line is nothing to log loudly; what is a fault of ours has a trace. The close follows by itself. */
    @OnError
    public void error(Session socket, Throwable failure) {
        LOG.log(failure instanceof IOException ? Level.DEBUG : Level.WARNING, "A socket failed", failure);
    }

    /**
     * Makes the endpoint of each connection. Left to themselves, servers differ in which ones they inject into, and Payara
     * builds an injection target anew each time, which takes most of a handshake's time.
     *
     * <p>Public, since the server makes it.
     */
    public static final class Configurator extends ServerEndpointConfig.Configurator {
        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new ChatSocket());
        }
    }

    /** What all sockets stand on; a singleton, so that nothing of CDI's has to be kept for a connection. */
    @Singleton
    static final class Floor {
        private final Lobby lobby;
        private final Commands commands;
        private final Closer closer;

        @Inject
        Floor(Lobby lobby, Commands commands, Closer closer) {
            this.lobby = lobby;
            this.commands = commands;
            this.closer = closer;
        }
    }
}
