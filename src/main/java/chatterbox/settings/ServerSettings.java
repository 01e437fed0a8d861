package chatterbox.settings;

/** The server inside chatterbox.jar. Any other server has its own configuration, and these have no effect there. */
public record ServerSettings(
        @Setting(
                key = "ADDRESS",
                byDefault = "127.0.0.1",
                why = "Where chatterbox.jar listens: this machine only, for a reverse proxy with https in front. "
                        + "0.0.0.0 is every network that the machine is in. The port is the option --port.")
        String address) {}
