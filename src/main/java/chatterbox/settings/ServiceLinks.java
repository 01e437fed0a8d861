package chatterbox.settings;

import java.util.regex.Pattern;

/**
 * The environment variables by which Kubernetes tells each container about each Service of its namespace. Of a Service
 * named chatterbox they begin as our settings do; no setting may ever take one of these names.
 */
final class ServiceLinks {
    private static final Pattern SERVICE = Pattern.compile("CHATTERBOX_SERVICE_(HOST|PORT(_\\w+)?)");
    private static final Pattern PORT = Pattern.compile("CHATTERBOX_PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?");
    private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.+");

    private ServiceLinks() {}

    static boolean include(String key, String value) {
        return SERVICE.matcher(key).matches()
                || PORT.matcher(key).matches()
                || key.equals("CHATTERBOX_PORT") && ADDRESS.matcher(value).matches();
    }
}
