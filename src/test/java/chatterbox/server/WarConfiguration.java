package chatterbox.server;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing to configure. */
public final class WarConfiguration implements ContainerConfiguration {
    @Override
    public void validate() {
        // Nothing can be wrong.
    }
}
