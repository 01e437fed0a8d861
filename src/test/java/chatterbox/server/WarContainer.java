package chatterbox.server;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

import java.util.Map;

import chatterbox.container.AppServer;

/**
 * Arquillian's view of the server of this run. It deploys the WAR as the build left it, byte for byte, by laying out a
 * server with it and starting that; the adapters of the servers' makers would write the archive anew and ask the server's
 * own means of management to take it. One start serves all test classes, whose deployments are the same.
 */
public final class WarContainer implements DeployableContainer<WarConfiguration> {
    /** What is waited for comes sooner, all the tests' sockets come from one address, and people talk fast. */
    private static final Map<String, String> SETTINGS = Map.of(
            "CHATTERBOX_HEARTBEAT", "2s",
            "CHATTERBOX_PRESENCE_GRACE", "2s",
            "CHATTERBOX_SEND_TIMEOUT", "3s",
            "CHATTERBOX_SOCKETS_PER_ADDRESS", "1000",
            "CHATTERBOX_POSTS_AT_ONCE", "100000",
            "CHATTERBOX_COMMANDS_AT_ONCE", "100000");

    private static ServerProcess server;

    /** The server that is being tested. */
    public static ServerProcess server() {
        return server;
    }

    @Override
    public Class<WarConfiguration> getConfigurationClass() {
        return WarConfiguration.class;
    }

    @Override
    public void setup(WarConfiguration configuration) {
        // There is nothing to configure.
    }

    @Override
    public void start() {
        // The server starts with the WAR in it, as an operator's does.
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) {
        var uri = started().uri();
        var context = new HTTPContext(uri.getHost(), uri.getPort());
        context.add(new Servlet("chatterbox", uri.getPath().replaceFirst("/$", "")));
        return new ProtocolMetaData().addContext(context);
    }

    private static ServerProcess started() {
        if (server == null) {
            server = ServerProcess.of(AppServer.ofThisRun(), "conformance", SETTINGS);
            server.start();
        } else if (!server.isAlive()) {
            throw new IllegalStateException("The server of this run did not start, or has ended");
        }
        return server;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // It stays for the next test class.
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local");
    }

    @Override
    @SuppressWarnings("deprecation") // still asked of every container
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only the WAR");
    }

    @Override
    @SuppressWarnings("deprecation") // still asked of every container
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException("Only the WAR");
    }
}
