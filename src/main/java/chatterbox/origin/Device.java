package chatterbox.origin;

import java.util.stream.Collectors;

/**
 * From where somebody signs in.
 *
 * @param address the client's IP address
 * @param name what the client says of itself; printable, at most {@value #LONGEST} characters before escapes
 */
public record Device(String address, String name) {
    private static final int LONGEST = 200;

    /** By the User-Agent header, null when there was none. */
    public static Device of(String address, String userAgent) {
        var name = userAgent == null ? "" : userAgent.substring(0, Math.min(LONGEST, userAgent.length()));
        return new Device(
                address, name.chars().mapToObj(each -> escaped((char) each)).collect(Collectors.joining()));
    }

    /** Headers are Latin-1 on the wire; whatever a terminal or a database could trip over is spelled out. */
    private static String escaped(char each) {
        return each >= ' ' && each <= '~' ? String.valueOf(each) : String.format("\\u%04X", (int) each);
    }
}
